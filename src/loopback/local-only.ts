import type { MiddlewareHandler } from "hono";

/**
 * Serves only programs of this machine that mean this server: the `Host` must be its own address, and a browser's
 * `Origin` too, so that no web page can reach it, not even through a name that it points here.
 */
export function localOnly(port: () => number): MiddlewareHandler {
  return async (context, next) => {
    const own = [`127.0.0.1:${port()}`, `localhost:${port()}`];
    const origin = context.req.header("origin");
    const hosts = [context.req.header("host") ?? "", new URL(context.req.url).host];
    const isOwn = hosts.every((host) => own.includes(host));
    const isSame = origin === undefined || own.some((host) => origin === `http://${host}`);
    if (isOwn && isSame) return next();
    return context.text("This server answers only its own address.", 403);
  };
}
