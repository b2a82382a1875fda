import { setTimeout as sleep } from "node:timers/promises";
import type { HttpBindings } from "@hono/node-server";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import type { Fault } from "./faults.js";

/** What came of a request that met a fault; the status is 0 if its caller got none. */
interface Outcome {
  readonly status: number;
  readonly response: Response;
}

/** Answers as a fault orders; `proceed` makes the site do what was asked, and gives its answer. */
export async function misbehave(
  fault: Fault,
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

function refuseAsOrdered({ status = 500, retryAfterS }: Fault): Response {
  const headers = {
    ...(retryAfterS === undefined ? {} : { "retry-after": String(retryAfterS) }),
    ...(status === 429
      ? {
          "x-ratelimit-limit": "100",
          "x-ratelimit-remaining": "0",
          "x-ratelimit-reset": new Date(Date.now() + (retryAfterS ?? 1) * 1000).toISOString(),
          "x-ratelimit-nearlimit": "true",
          "ratelimit-reason": "jira-burst-based",
        }
      : {}),
  };
  const body = { errorMessages: [`The emulator was told to answer ${status}.`], errors: {} };
  return Response.json(body, { status, headers });
}
