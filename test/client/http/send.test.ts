import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { createClient } from "../../../src/client/create-client.js";
import { readCredentials, readSettings } from "../../../src/client/credentials.js";

const token = "canary-5f1c2e-token";
const closers: (() => void)[] = [];

afterEach(() => {
  for (const close of closers.splice(0)) close();
});

async function serve(answer: (request: IncomingMessage, response: ServerResponse, count: number) => void) {
  let count = 0;
  const server = createServer((request, response) => answer(request, response, ++count));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  closers.push(() => {
    server.closeAllConnections();
    server.close();
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const settings = readSettings({ JIRA_URL: url, JIRA_EMAIL: "bot@acme.example", JIRA_API_TOKEN: token });
  return { client: createClient(readCredentials(settings), { retryBudgetMs: 5000 }), count: () => count };
}

const anything = z.unknown();

describe("send", () => {
  test("sends credentials and repeats list parameters by name", async () => {
    let seen: IncomingMessage | undefined;
    const { client } = await serve((request, response) => {
      seen = request;
      response.end("{}");
    });
    await client.call("bulkGetGroups", { query: { groupName: ["a b", "c&d"] } }, anything);
    expect(seen?.url).toBe("/rest/api/3/group/bulk?groupName=a+b&groupName=c%26d");
    expect(seen?.headers.authorization).toMatch(/^Basic /);
  });

  test("encodes what fills the path", async () => {
    let seen = "";
    const { client } = await serve((request, response) => {
      seen = request.url ?? "";
      response.end("{}");
    });
    await client.call("getAssignedPermissionScheme", { path: { projectKeyOrId: "../x?" } }, anything);
    expect(seen).toBe("/rest/api/3/project/..%2Fx%3F/permissionscheme");
  });

  test("repeats a GET after a fault of the server and a broken connection", async () => {
    const { client, count } = await serve((_, response, tries) => {
      if (tries === 1) response.writeHead(502).end("<html>");
      else if (tries === 2) response.destroy();
      else response.end('{"id":1}');
    });
    await expect(client.call("getCurrentUser", {}, anything)).resolves.toEqual({ id: 1 });
    expect(count()).toBe(3);
  });

  test("never repeats a POST whose effect is unknown", async () => {
    const { client, count } = await serve((_, response) => void response.writeHead(500).end());
    await expect(client.call("createProjectRole", { body: {} }, anything)).rejects.toMatchObject({ kind: "server" });
    expect(count()).toBe(1);
  });

  test("repeats a POST after 429, no earlier than asked", async () => {
    const { client } = await serve((_, response, tries) => {
      if (tries === 1) response.writeHead(429, { "Retry-After": "1" }).end();
      else response.writeHead(201).end("{}");
    });
    const startMs = Date.now();
    await client.call("createProjectRole", { body: {} }, anything);
    expect(Date.now() - startMs).toBeGreaterThanOrEqual(990);
  });

  test("says what was asked, what Jira said and what it takes, and nothing secret", async () => {
    const { client } = await serve((request, response) => {
      const echoed = `no access, ${request.headers.authorization}, ${token}`;
      response.writeHead(403).end(JSON.stringify({ errorMessages: [echoed], errors: { name: "taken" } }));
    });
    const error = await client.call("createPermissionScheme", { body: {} }, anything).catch((thrown: Error) => thrown);
    const text = `${error instanceof Error ? `${error.message} ${error.stack}` : ""} ${JSON.stringify(error)}`;
    expect(text).toContain("POST /rest/api/3/permissionscheme was answered with 403: no access");
    expect(text).toContain("name: taken. The acting account needs the global permission ADMINISTER");
    expect(text).toContain("manage:jira-configuration");
    expect(text).not.toContain(token);
    expect(text).not.toContain(Buffer.from(`bot@acme.example:${token}`).toString("base64"));
  });

  test.each([
    ["a page of a proxy", 200, "<html><body>Sign in</body></html>"],
    ["another form", 200, '{"unexpected":true}'],
    ["a redirect", 302, ""],
  ])("takes %s for no answer of Jira's", async (_, status, body) => {
    const { client } = await serve((_request, response) => {
      response.writeHead(status, status === 302 ? { Location: "https://elsewhere.example/" } : {}).end(body);
    });
    const call = client.call("getCurrentUser", {}, z.object({ accountId: z.string() }));
    await expect(call).rejects.toMatchObject({
      kind: "unexpected-answer",
      message: expect.stringContaining("JIRA_URL"),
    });
  });

  test("gives up within seconds on an address where nothing listens", async () => {
    const settings = readSettings({ JIRA_URL: "http://127.0.0.1:9", JIRA_EMAIL: "a@b.c", JIRA_API_TOKEN: token });
    const call = createClient(readCredentials(settings)).call("getCurrentUser", {}, anything);
    await expect(call).rejects.toMatchObject({ kind: "network", message: expect.stringContaining("127.0.0.1:9") });
  });
});
