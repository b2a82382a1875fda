import type { HttpBindings } from "@hono/node-server";
import axios, { AxiosError, AxiosHeaders, type InternalAxiosRequestConfig } from "axios";
import type { Hono } from "hono";
import { serveControl } from "../../src/emulator/control.js";
import { plantSite } from "../../src/emulator/seed/plant-site.js";
import { parseSeed, type Seed } from "../../src/emulator/seed/seed.js";
import { serveSite, type Watch } from "../../src/emulator/serve-site.js";
import type { Site } from "../../src/emulator/state/state.js";
import { World } from "../../src/emulator/state/world.js";
import { basic, type TestSite } from "../emulator/site.js";

/** The emulator's own application, asked without a connection, so that thousands of worlds take minutes. */
export interface InProcessSite extends Pick<TestSite, "url" | "ask" | "control"> {
  /** The site as it is at any time. */
  readonly now: Site;
  readonly end: () => void;
}

type App = Hono<{ Bindings: HttpBindings }>;

const apps = new Map<string, App>();
const freePorts: number[] = [];
let nextPort = 10_000;

/** Has every client that is created from now on ask the sites of this process where the address is one of theirs. */
export function connectInProcess(): void {
  axios.defaults.adapter = sendInProcess;
}

/** Plants a site that is reached through `connectInProcess`. */
export function plantInProcess(seed: Seed, watch: Watch): InProcessSite {
  const world = new World(plantSite(parseSeed(seed)));
  const port = freePorts.pop() ?? nextPort++;
  const url = `http://127.0.0.1:${port}`;
  const app = serveSite(world, { port: () => port, latencyMs: 0, watch });
  const control = serveControl(world, "control", () => port);
  apps.set(url, app);
  const ask: TestSite["ask"] = (who, request, body) => send(app, `${url}/rest/api/3`, request, body, who);
  return {
    url,
    ask,
    now: world.site,
    control: (request, body) => send(control, `${url}/control`, request, body, null),
    end() {
      apps.delete(url);
      freePorts.push(port);
    },
  };
}

async function send(app: Pick<App, "fetch">, base: string, line: string, body: unknown, who: string | null) {
  const [method = "", path = ""] = line.split(" ");
  const { request, connection } = arrive(base + path, method, {
    ...(who === null ? {} : { authorization: basic(`${who}@acme.example`, `emulator-${who}-token`) }),
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const response = await app.fetch(request, connection.bindings);
  const text = connection.isBroken() ? "" : await response.text();
  return { status: response.status, headers: response.headers, body: text === "" ? "" : JSON.parse(text) };
}

async function sendInProcess(config: InternalAxiosRequestConfig) {
  const url = axios.getUri(config);
  const app = apps.get(new URL(url).origin);
  if (app === undefined) throw new AxiosError("nothing listens there", "ECONNREFUSED", config);
  const { request, connection } = arrive(url, (config.method ?? "get").toUpperCase(), {
    authorization: String(config.headers.get("authorization")),
    ...(config.data === undefined ? {} : { body: String(config.data) }),
  });
  const askedMs = Date.now();
  const response = await app.fetch(request, connection.bindings);
  if (connection.isBroken()) throw new AxiosError("the connection was broken off", "ECONNRESET", config);
  const isLate = Date.now() - askedMs > (config.timeout ?? Number.POSITIVE_INFINITY);
  if (isLate) throw new AxiosError("the answer was not waited for", "ECONNABORTED", config);
  const headers = new AxiosHeaders(Object.fromEntries(response.headers));
  return { data: await response.text(), status: response.status, statusText: "", headers, config };
}

/** A request, and a connection that notes when the emulator breaks it off. */
function arrive(url: string, method: string, { authorization, body }: { authorization?: string; body?: string }) {
  let broken = false;
  const breakOff = () => {
    broken = true;
  };
  const outgoing = { writeHead: () => {}, write: (_: unknown, done: () => void) => done() };
  const bindings = {
    incoming: { socket: { destroy: breakOff, resetAndDestroy: breakOff } },
    outgoing,
  } as unknown as HttpBindings;
  const request = new Request(url, {
    method,
    headers: {
      host: new URL(url).host,
      ...(authorization === undefined ? {} : { authorization }),
      ...(body === undefined ? {} : { "content-type": "application/json" }),
    },
    ...(body === undefined ? {} : { body }),
  });
  return { request, connection: { bindings, isBroken: () => broken } };
}
