import { type IncomingMessage, request } from "node:http";
import { expect, test } from "vitest";
import { startSite } from "./site.js";

function get(url: string, headers: Record<string, string>, path?: string): Promise<IncomingMessage> {
  const { hostname, port, pathname } = new URL(url);
  return new Promise((resolve, reject) => {
    request({ hostname, port, path: path ?? pathname, headers }, (response) => resolve(response.resume()))
      .on("error", reject)
      .end();
  });
}

test.each(["site", "control"] as const)("the %s answers only its own names", async (which) => {
  const site = await startSite();
  const url = which === "site" ? `${site.url}/rest/api/3/serverInfo` : `${site.controlUrl}/state`;
  const { port } = new URL(url);
  for (const [headers, status] of [
    [{ host: `127.0.0.1:${port}` }, 200],
    [{ host: `localhost:${port}` }, 200],
    [{ host: `evil.example:${port}` }, 403],
    [{ host: "127.0.0.1" }, 403],
    [{ host: "127.0.0.1:1" }, 403],
    [{ origin: `http://127.0.0.1:${port}` }, 200],
    [{ origin: "https://evil.example" }, 403],
    [{ origin: "null" }, 403],
    [{ origin: "http://127.0.0.1:1" }, 403],
  ] as const) {
    const { statusCode } = await get(url, headers);
    expect(statusCode, JSON.stringify(headers)).toBe(status);
  }
});

test("no answer allows pages of other origins to read it", async () => {
  const site = await startSite();
  const { headers } = await get(`${site.url}/rest/api/3/serverInfo`, {});
  expect(Object.keys(headers).filter((name) => name.startsWith("access-control"))).toEqual([]);
});

test("a proxy's form of a request is refused", async () => {
  const site = await startSite();
  const { statusCode } = await get(site.url, {}, "http://evil.example/rest/api/3/serverInfo");
  expect(statusCode).toBeGreaterThanOrEqual(400);
});

test("the control port does nothing without the secret part of its path", async () => {
  const site = await startSite();
  const { origin } = new URL(site.controlUrl);
  expect((await get(`${origin}/state`, {})).statusCode).toBe(404);
  expect((await get(`${origin}/${"0".repeat(48)}/state`, {})).statusCode).toBe(404);
  expect(new URL(site.controlUrl).pathname).toMatch(/^\/[0-9a-f]{48}$/);
  expect(origin).not.toBe(new URL(site.url).origin);
});

test("bodies are limited to a megabyte, announced or not", async () => {
  const site = await startSite();
  const body = "x".repeat(1024 * 1024 + 1);
  const announced = await fetch(`${site.url}/rest/api/3/issue`, { method: "POST", body });
  expect(announced.status).toBe(413);
  const stream = new Blob([body]).stream();
  const chunked = await fetch(`${site.url}/rest/api/3/issue`, { method: "POST", body: stream, duplex: "half" });
  expect(chunked.status).toBe(413);
  const control = await fetch(`${site.controlUrl}/faults`, { method: "POST", body });
  expect(control.status).toBe(413);
});
