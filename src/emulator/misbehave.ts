import { setTimeout as sleep } from "node:timers/promises";
import type { HttpBindings } from "@hono/node-server";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import type { Fault } from "./faults.js";

/** Answers as a fault orders; `proceed` makes the site do what was asked and gives its answer. */
export async function misbehave(
  fault: Fault,
  { incoming, outgoing }: HttpBindings,
  proceed: () => Promise<Response>,
): Promise<{ readonly status: number; readonly response: Response }> {
  const isLate = fault.when === "after" || fault.kind === "truncate";
  if (fault.kind === "delay" && !isLate) await sleep(fault.delayMs);
  const answer = isLate || fault.kind === "delay" ? await proceed() : undefined;
  if (fault.kind === "delay" && isLate) await sleep(fault.delayMs);
  switch (fault.kind) {
    case "drop":
      incoming.socket.destroy();
      return { status: 0, response: RESPONSE_ALREADY_SENT };
    case "reset":
      incoming.socket.resetAndDestroy();
      return { status: 0, response: RESPONSE_ALREADY_SENT };
    case "status": {
      const response = refuseAsOrdered(fault);
      return { status: response.status, response };
    }
  }
  const response = answer ?? new Response(null);
  if (fault.kind === "truncate") {
    const body = Buffer.from(await response.arrayBuffer());
    outgoing.writeHead(response.status, { ...Object.fromEntries(response.headers), "content-length": body.length });
    outgoing.write(body.subarray(0, body.length / 2), () => incoming.socket.destroy());
    return { status: response.status, response: RESPONSE_ALREADY_SENT };
  }
  return { status: response.status, response };
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
