import type { HttpBindings } from "@hono/node-server";
import { type Context, Hono } from "hono";
import { proxy } from "hono/proxy";
import { localOnly } from "../loopback/local-only.js";
import { readBytes } from "../loopback/read-bytes.js";
import type { RecordedCall } from "../model/recording.js";
import { toRecordedCall } from "./to-recorded-call.js";

/** What a recorder needs to know. */
export interface RecorderOptions {
  /** The one address that calls are passed on to, as `checkUpstream` gives it. */
  readonly upstream: string;
  /** The port that it listens on, once it does. */
  readonly port: () => number;
  /** Is told of every call. */
  readonly onCall: (call: RecordedCall) => void;
}

type RecorderContext = Context<{ Bindings: HttpBindings }>;

const mostBytes = 64 * 1024 * 1024;
const notPassedOn = ["host", "origin", "referer", "connection", "content-length", "expect"];

/** A server that passes calls of this machine's programs on to one address, and tells of each what may be kept. */
export function serveRecorder({ upstream, port, onCall }: RecorderOptions): Hono<{ Bindings: HttpBindings }> {
  const app = new Hono<{ Bindings: HttpBindings }>();
  app.use(localOnly(port));
  app.use(async (context, next) => {
    if (context.env.incoming.url?.startsWith("/")) return next();
    return context.text("This server is no proxy for other addresses.", 400);
  });
  app.all("*", async (context) => {
    const { method, path } = context.req;
    const body = await readBytes(context.req.raw, mostBytes);
    if (body === undefined) return context.text("The request is too large.", 413);
    const [time, startMs] = [new Date().toISOString(), performance.now()];
    let fault: unknown;
    const response = await passOn(context, body, upstream).catch((error: unknown) => {
      fault = error;
    });
    const status = response?.status ?? 0;
    onCall(toRecordedCall({ method, path, status, time, durationMs: performance.now() - startMs }));
    return response ?? context.text(describeFault(upstream, fault), 502);
  });
  return app;
}

function describeFault(upstream: string, fault: unknown): string {
  const cause = fault instanceof Error ? fault.cause : undefined;
  const code = cause instanceof Error && "code" in cause && typeof cause.code === "string" ? ` (${cause.code})` : "";
  return `The recorder got no answer from ${upstream}${code}; check the address, and what stands between.`;
}

/**
 * The site's own answer, redirects too; no page of another origin is allowed to read it.
 * @throws Error whose cause says why none came.
 */
async function passOn({ req }: RecorderContext, body: Buffer<ArrayBuffer>, upstream: string): Promise<Response> {
  const headers = { ...req.header(), ...Object.fromEntries(notPassedOn.map((name) => [name, undefined])) };
  const answer = await proxy(targetOf(req.url, upstream), {
    method: req.method,
    headers,
    ...(body.length === 0 ? {} : { body }),
    redirect: "manual",
  });
  for (const name of [...answer.headers.keys()]) if (name.startsWith("access-control-")) answer.headers.delete(name);
  return answer;
}

/** Programs that know the gateway put its path to the site before theirs; for the others it is put there. */
function targetOf(asked: string, upstream: string): string {
  const { pathname, search } = new URL(asked);
  const { origin, pathname: base } = new URL(upstream);
  const isWhole = base !== "/" && pathname.startsWith(`${base}/`);
  return `${isWhole ? origin : upstream}${pathname}${search}`;
}
