import { setTimeout as sleep } from "node:timers/promises";
import type { HttpBindings } from "@hono/node-server";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import type { OrderedFault } from "./faults.js";
import { tooManyHeaders } from "./limits.js";

/** What came of a request that met a fault; the status is 0 if its caller got none. */
interface Outcome {
  readonly status: number;
  readonly response: Response;
}

/** Answers as a fault orders; `proceed` makes the site do what was asked, and gives its answer. */
export async function misbehave(
  fault: OrderedFault,
  connection: HttpBindings,
  proceed: () => Promise<Response>,
): Promise<Outcome> {
  const { kind, delayMs, when } = fault;
  if (kind === "truncate") return truncate(await proceed(), connection);
  if (kind === "delay") {
    if (when === "before") await sleep(delayMs);
    const response = await proceed();
    if (when === "after") await sleep(delayMs);
    return { status: response.status, response };
  }
  if (when === "after") await proceed();
  if (kind === "status") {
    const response = refuseAsOrdered(fault);
    return { status: response.status, response };
  }
  if (kind === "reset") connection.incoming.socket.resetAndDestroy();
  else connection.incoming.socket.destroy();
  return { status: 0, response: RESPONSE_ALREADY_SENT };
}

async function truncate(response: Response, { incoming, outgoing }: HttpBindings): Promise<Outcome> {
  const body = Buffer.from(await response.arrayBuffer());
  outgoing.writeHead(response.status, { ...Object.fromEntries(response.headers), "content-length": body.length });
  outgoing.write(body.subarray(0, body.length / 2), () => incoming.socket.destroy());
  return { status: response.status, response: RESPONSE_ALREADY_SENT };
}

function refuseAsOrdered({ status = 500, retryAfterS }: OrderedFault): Response {
  const headers = new Headers(status === 429 ? tooManyHeaders(100, retryAfterS ?? 1, "jira-burst-based") : {});
  headers.delete("retry-after");
  if (retryAfterS !== undefined) headers.set("retry-after", String(retryAfterS));
  const body = { errorMessages: [`The emulator was told to answer ${status}.`], errors: {} };
  return Response.json(body, { status, headers });
}
