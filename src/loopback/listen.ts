import type { AddressInfo } from "node:net";
import { type HttpBindings, serve } from "@hono/node-server";
import type { Hono } from "hono";

/** A server that listens on this machine's own address. */
export interface Listening {
  readonly port: number;
  readonly close: () => Promise<void>;
}

/**
 * Serves an application on 127.0.0.1; port 0 means any free one. The application may ask for its port at any request.
 * @throws Error when the port is taken.
 */
export function listen(
  port: number,
  makeApp: (port: () => number) => Pick<Hono<{ Bindings: HttpBindings }>, "fetch">,
): Promise<Listening> {
  return new Promise((resolve, reject) => {
    const app = makeApp(() => (server.address() as AddressInfo).port);
    const options = { port, hostname: "127.0.0.1", fetch: app.fetch, overrideGlobalObjects: false };
    const server = serve(options as Parameters<typeof serve>[0], (address) => {
      server.off("error", reject);
      resolve({ port: address.port, close });
    });
    server.once("error", reject);
    const close = () =>
      new Promise<void>((done) => {
        server.close(() => done());
        if ("closeAllConnections" in server) server.closeAllConnections();
      });
  });
}
