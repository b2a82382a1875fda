import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { listen } from "../../src/loopback/listen.js";
import type { RecordedCall } from "../../src/model/recording.js";
import { serveRecorder } from "../../src/recorder/serve-recorder.js";

/** A recorder in front of a server that does what it is told, and what each of both has seen. */
async function startRecorder(answer: (request: IncomingMessage, response: ServerResponse) => void, base = "") {
  const seen: IncomingMessage[] = [];
  const bodies: string[] = [];
  const site = createServer(async (request, response) => {
    seen.push(request);
    let body = "";
    for await (const chunk of request) body += chunk;
    bodies.push(body);
    answer(request, response);
  });
  await new Promise<void>((resolve) => site.listen(0, "127.0.0.1", resolve));
  const calls: RecordedCall[] = [];
  const upstream = `http://127.0.0.1:${(site.address() as AddressInfo).port}${base}`;
  const recorder = await listen(0, (port) =>
    serveRecorder({ upstream, port, onCall: (call) => void calls.push(call) }),
  );
  onTestFinished(async () => {
    await recorder.close();
    site.closeAllConnections();
    site.close();
  });
  return { url: `http://127.0.0.1:${recorder.port}`, port: recorder.port, seen, bodies, calls };
}

function raw(port: number, path: string, headers: Record<string, string>): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: "127.0.0.1", port, path, headers }, ({ statusCode }) => resolve(statusCode));
    sent.on("error", reject).end();
  });
}

test("passes a call on with its credentials, and its answer back", async () => {
  const { url, seen, bodies, calls } = await startRecorder((_, response) => {
    response.writeHead(201, { "content-type": "application/json", "x-note": "kept" }).end('{"id":"1"}');
  });
  const response = await fetch(`${url}/rest/api/3/issue/PAY-1/comment?expand=x`, {
    method: "POST",
    headers: { authorization: "Basic c2VjcmV0", "content-type": "application/json" },
    body: '{"body":"private words"}',
  });
  expect([response.status, response.headers.get("x-note"), await response.text()]).toEqual([201, "kept", '{"id":"1"}']);
  expect(seen[0]?.url).toBe("/rest/api/3/issue/PAY-1/comment?expand=x");
  expect(seen[0]?.headers).toMatchObject({ authorization: "Basic c2VjcmV0", "content-type": "application/json" });
  expect(seen[0]?.headers.host).not.toBe(new URL(url).host);
  expect(bodies).toEqual(['{"body":"private words"}']);
  expect(calls).toEqual([
    {
      method: "POST",
      operation: "addComment",
      path: "/rest/api/3/issue/{issueIdOrKey}/comment",
      status: 201,
      time: expect.stringMatching(/^20.*Z$/),
      durationMs: expect.any(Number),
    },
  ]);
});

test("keeps of a path that it does not know no id, name or secret", async () => {
  const { url, calls } = await startRecorder((_, response) => void response.end());
  for (const path of ["/rest/agile/1.0/board/84/issue?jql=x", "/rest/x/ann%40acme.example/S3cret/ATATT3x"]) {
    await fetch(url + path);
  }
  expect(calls.map(({ path }) => path)).toEqual(["/rest/agile/1.0/board/{}/issue", "/rest/x/{}/{}/{}"]);
});

test("gives redirects back, and follows none", async () => {
  const { url, seen, calls } = await startRecorder((_, response) => {
    response.writeHead(302, { location: "https://elsewhere.example/" }).end();
  });
  const response = await fetch(`${url}/rest/api/3/myself`, { redirect: "manual" });
  expect([response.status, response.headers.get("location")]).toEqual([302, "https://elsewhere.example/"]);
  expect([seen.length, calls[0]?.status]).toEqual([1, 302]);
});

test("answers its own names only, and no page of another origin", async () => {
  const { port, seen } = await startRecorder((_, response) => void response.end());
  const host = `127.0.0.1:${port}`;
  expect(await raw(port, "/rest/api/3/myself", { host: "evil.example" })).toBe(403);
  expect(await raw(port, "/rest/api/3/myself", { host, origin: "https://evil.example" })).toBe(403);
  expect(await raw(port, "/rest/api/3/myself", { host, origin: "null" })).toBe(403);
  expect(seen).toHaveLength(0);
  expect(await raw(port, "/rest/api/3/myself", { host })).toBe(200);
});

test("takes no proxy's form of a request, and no way out of its one address", async () => {
  const { port, seen } = await startRecorder((_, response) => void response.end());
  const host = `127.0.0.1:${port}`;
  expect(await raw(port, `http://${host}/rest/api/3/myself`, { host })).toBe(400);
  expect(await raw(port, "http://evil.example/", { host })).toBeGreaterThanOrEqual(400);
  expect(seen).toHaveLength(0);
  await raw(port, "//evil.example/x", { host });
  await raw(port, "/@evil.example/x", { host });
  expect(seen.map(({ url }) => url)).toEqual(["//evil.example/x", "/@evil.example/x"]);
});

test("lets no page read an answer, whatever the site allows", async () => {
  const { url } = await startRecorder((_, response) => {
    response.writeHead(200, { "access-control-allow-origin": "*", "access-control-allow-credentials": "true" }).end();
  });
  const { headers } = await fetch(`${url}/rest/api/3/myself`);
  expect([...headers.keys()].filter((name) => name.startsWith("access-control"))).toEqual([]);
});

test("puts the gateway's path before a call, unless it is there", async () => {
  const { url, seen } = await startRecorder((_, response) => void response.end(), "/ex/jira/cloud");
  await fetch(`${url}/rest/api/3/myself`);
  await fetch(`${url}/ex/jira/cloud/rest/api/3/myself`);
  await fetch(`${url}/ex/jira/cloudy/rest/api/3/myself`);
  expect(seen.map(({ url }) => url)).toEqual([
    "/ex/jira/cloud/rest/api/3/myself",
    "/ex/jira/cloud/rest/api/3/myself",
    "/ex/jira/cloud/ex/jira/cloudy/rest/api/3/myself",
  ]);
});

test("refuses bodies beyond 64 MB before the site sees them", async () => {
  const { url, seen } = await startRecorder((_, response) => void response.end());
  const body = new Uint8Array(64 * 1024 * 1024 + 1);
  expect((await fetch(`${url}/rest/api/3/issue`, { method: "POST", body })).status).toBe(413);
  expect(seen).toHaveLength(0);
});

test("passes a body of unannounced length on whole", async () => {
  const { url, bodies } = await startRecorder((_, response) => void response.end());
  const body = new Blob(["x".repeat(300_000)]).stream();
  await fetch(`${url}/rest/api/3/issue`, { method: "POST", body, duplex: "half" });
  expect(bodies[0]?.length).toBe(300_000);
});

test("a site that gives no answer is told of as such", async () => {
  const { url, calls } = await startRecorder((_, response) => void response.destroy());
  const response = await fetch(`${url}/rest/api/3/myself`);
  expect(response.status).toBe(502);
  expect(await response.text()).toMatch(/^The recorder got no answer from http:\S+ \([A-Z_]+\); check the address, /);
  expect(calls).toMatchObject([{ operation: "getCurrentUser", status: 0 }]);
});
