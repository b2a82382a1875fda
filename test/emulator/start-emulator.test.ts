import { expect, test } from "vitest";
import { basic, startSite } from "./site.js";

test("the addresses are those of the contract, without a slash at the end", async () => {
  const { close, ask, control, ...addresses } = await startSite();
  const keys = ["adminUrl", "authUrl", "cloudId", "controlUrl", "gatewayUrl", "orgApiKey", "orgId", "url"];
  expect(Object.keys(addresses).sort()).toEqual(keys);
  for (const [key, value] of Object.entries(addresses)) {
    expect(value).not.toMatch(/\/$/);
    if (key.endsWith("Url")) expect(value).toMatch(/^http:\/\/127\.0\.0\.1:\d+/);
  }
});

test("the site is reached through the gateway too, and links follow the way that was taken", async () => {
  const site = await startSite();
  const base = `${site.gatewayUrl}/ex/jira/${site.cloudId}`;
  const headers = { authorization: basic("ann@acme.example", "emulator-ann-token") };
  const response = await fetch(`${base}/rest/api/3/project/PAY`, { headers });
  expect(await response.json()).toMatchObject({ key: "PAY", self: `${base}/rest/api/3/project/10000` });
  const other = `${site.gatewayUrl}/ex/jira/00000000-0000-4000-8000-000000000000/rest/api/3/myself`;
  expect((await fetch(other, { headers })).status).toBe(404);
});

test("the site tells its cloud id to anybody", async () => {
  const site = await startSite();
  const response = await fetch(`${site.url}/_edge/tenant_info`);
  expect(await response.json()).toEqual({ cloudId: site.cloudId });
});

test("what is not served is 404 in Jira's form", async () => {
  const site = await startSite();
  for (const url of [`${site.url}/rest/api/3/dashboard`, `${site.authUrl}/oauth/token`]) {
    const response = await fetch(url);
    expect(response.status).toBe(404);
    expect(await response.json()).toEqual({ errorMessages: [expect.stringContaining("GET /")], errors: {} });
  }
});

test("server info needs no login", async () => {
  const site = await startSite();
  const { status, body } = await site.ask(null, "GET /serverInfo");
  expect(status).toBe(200);
  expect(body).toMatchObject({ baseUrl: site.url, deploymentType: "Cloud", serverTitle: "Acme" });
});

test("latency delays every answer", async () => {
  const site = await startSite({ latencyMs: 120 });
  const start = performance.now();
  await site.ask("ann", "GET /myself");
  expect(performance.now() - start).toBeGreaterThan(110);
});

test("a port that is taken is an error", async () => {
  const site = await startSite();
  await expect(startSite({ port: Number(new URL(site.url).port) })).rejects.toThrow(/EADDRINUSE/);
});

test("two emulators know nothing of each other, and a closed one is gone", async () => {
  const [one, other] = [await startSite(), await startSite()];
  await one.ask("admin", "POST /role", { name: "Developers" });
  expect((await other.ask("admin", "GET /role")).body).toHaveLength(4);
  await one.close();
  await expect(fetch(one.url)).rejects.toThrow();
  await expect(fetch(one.controlUrl)).rejects.toThrow();
});
