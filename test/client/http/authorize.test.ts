import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { createClient } from "../../../src/client/create-client.js";
import { readCredentials, readSettings } from "../../../src/client/credentials.js";

const secret = "canary-client-secret-77";
const closers: (() => void)[] = [];

afterEach(() => {
  for (const close of closers.splice(0)) close();
});

/** A gateway that hands out a new token for each request for one, and takes only the newest. */
async function serveGateway(lifetimeS: number) {
  const seen = { tokens: 0, calls: 0 };
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk) => {
      body += chunk;
    });
    request.on("end", () => {
      if (request.url === "/oauth/token") {
        if (!body.includes(`client_secret=${secret}`)) return void response.writeHead(401).end(body);
        seen.tokens++;
        const answer = { access_token: `token-number-${seen.tokens}`, expires_in: lifetimeS, token_type: "Bearer" };
        return void response.end(JSON.stringify(answer));
      }
      seen.calls++;
      const good = request.headers.authorization === `Bearer token-number-${seen.tokens}`;
      response.writeHead(good ? 200 : 401).end("{}");
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  closers.push(() => {
    server.closeAllConnections();
    server.close();
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const open = (clientSecret: string) => {
    const environment = {
      JIRA_CLOUD_ID: "c-1",
      JIRA_CLIENT_ID: "id-1",
      JIRA_CLIENT_SECRET: clientSecret,
      JIRA_GATEWAY_URL: url,
      ATLASSIAN_AUTH_URL: url,
    };
    return createClient(readCredentials(readSettings(environment)));
  };
  return { open, seen, url };
}

const anything = z.unknown();

describe("an OAuth client", () => {
  test("fetches one token for many requests", async () => {
    const { open, seen } = await serveGateway(3600);
    const client = open(secret);
    await Promise.all([1, 2, 3].map(() => client.call("getCurrentUser", {}, anything)));
    expect(seen).toEqual({ tokens: 1, calls: 3 });
  });

  test("fetches a new one before the old one expires", async () => {
    const { open, seen } = await serveGateway(59);
    const client = open(secret);
    await client.call("getCurrentUser", {}, anything);
    await client.call("getCurrentUser", {}, anything);
    expect(seen.tokens).toBeGreaterThanOrEqual(2);
  });

  test("renews once when the token is refused midway", async () => {
    const { open, seen } = await serveGateway(3600);
    const client = open(secret);
    await client.call("getCurrentUser", {}, anything);
    seen.tokens++;
    await client.call("createProjectRole", { body: {} }, anything);
    expect(seen).toEqual({ tokens: 3, calls: 3 });
  });

  test("says which settings to check when it gets no token, and nothing secret", async () => {
    const { open } = await serveGateway(3600);
    const wrong = `${secret}-wrong`;
    const error = await open(`not-${wrong}`)
      .call("getCurrentUser", {}, anything)
      .catch((thrown: Error) => thrown);
    expect(String(error)).toMatch(/answered with 401 and no token. Check JIRA_CLIENT_ID and JIRA_CLIENT_SECRET/);
    expect(String(error)).not.toContain(wrong);
  });
});

test("a refused access token is told as that, with its own setting", async () => {
  const { url } = await serveGateway(3600);
  const environment = { JIRA_CLOUD_ID: "c-1", JIRA_ACCESS_TOKEN: "canary-access-token-78", JIRA_GATEWAY_URL: url };
  const call = createClient(readCredentials(readSettings(environment))).call("getCurrentUser", {}, anything);
  await expect(call).rejects.toThrow(/with 401\. Check JIRA_URL and JIRA_ACCESS_TOKEN, which may have expired/);
});
