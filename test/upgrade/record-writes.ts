import { isWrite } from "../helpers/describe-state.js";
import { bodyOf, serve } from "../helpers/serve.js";
import type { Write } from "./state-fixture.js";

/** A way to a site that notes what changed it. */
export interface Recorder {
  readonly url: string;
  readonly writes: readonly Write[];
}

/** Stands before a site until the test ends. */
export async function recordWrites(site: { readonly url: string }): Promise<Recorder> {
  const writes: Write[] = [];
  const url = await serve(async (request, response) => {
    const { method = "", url: path = "" } = request;
    const { authorization = "" } = request.headers;
    const text = await bodyOf(request);
    const body = text === "" ? {} : { body: text };
    const headers = { authorization, "content-type": "application/json" };
    const answer = await fetch(`${site.url}${path}`, { method, headers, ...body });
    if (isWrite(`${method} ${path}`) && answer.ok)
      writes.push({ method, path, ...(text === "" ? {} : { body: JSON.parse(text) }) });
    response.writeHead(answer.status, { "content-type": "application/json" }).end(await answer.text());
  });
  return { url, writes };
}
