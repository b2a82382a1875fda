import { describe, expect, test } from "vitest";
import { acme } from "../../../src/emulator/seed/acme.js";
import { basic, startSite, type TestSite } from "../site.js";

interface Page {
  readonly data: readonly { id: string; label: string; user: { id: string; email: string }; lastActiveAt?: string }[];
  readonly links: { readonly next?: string; readonly prev?: string };
}

async function askOrganisation(site: TestSite, request: string, key = site.orgApiKey) {
  const [method = "", path = ""] = request.split(" ");
  const url = path.startsWith("http")
    ? path
    : `${site.adminUrl}${path.replace("ORG", `/admin/api-access/v1/orgs/${site.orgId}`)}`;
  const response = await fetch(url, { method, headers: { authorization: `Bearer ${key}` } });
  const text = await response.text();
  return { status: response.status, body: (text === "" ? undefined : JSON.parse(text)) as Page };
}

async function findToken(site: TestSite, label: string) {
  const { body } = await askOrganisation(site, "GET ORG/api-tokens?pageSize=100");
  return body.data.find((token) => token.label === label);
}

const admin = {
  email: "admin@acme.example",
  tokens: [{ token: "spare", label: "spare", created: "2026-01-01", expires: "2027-01-01" }],
};
const seed = { ...acme, accounts: [admin, ...(acme.accounts ?? []).slice(1)] };

describe("the organisation's API", () => {
  test("needs the organisation's own id and a key to it", async () => {
    const site = await startSite();
    expect((await askOrganisation(site, "GET ORG/api-tokens")).status).toBe(200);
    expect((await askOrganisation(site, "GET ORG/api-tokens", "wrong")).status).toBe(401);
    expect((await askOrganisation(site, "GET ORG/api-tokens", "emulator-access-token")).status).toBe(401);
    expect((await askOrganisation(site, "GET /admin/api-access/v1/orgs/other/api-tokens")).status).toBe(404);
  });

  test("lets a key with scopes do only what they say", async () => {
    const site = await startSite({ seed: { ...acme, apiKeys: [{ key: "reads", scopes: ["read:tokens:admin"] }] } });
    expect((await askOrganisation(site, "GET ORG/api-tokens")).status).toBe(200);
    expect((await askOrganisation(site, "GET ORG/api-keys")).status).toBe(403);
    expect((await askOrganisation(site, "DELETE ORG/api-tokens")).status).toBe(403);
  });

  test("lists people's API tokens page by page, and service accounts' apart", async () => {
    const site = await startSite();
    const labels: string[] = [];
    let next: string | undefined = "ORG/api-tokens?pageSize=5";
    while (next !== undefined) {
      const { body }: { body: Page } = await askOrganisation(site, `GET ${next}`);
      expect(body.data.length).toBeLessThanOrEqual(5);
      labels.push(...body.data.map(({ user }) => user.email));
      next = body.links.next;
    }
    expect(labels).toHaveLength(16);
    expect(labels).not.toContain("provisioner@serviceaccount.atlassian.com");
    const { body } = await askOrganisation(site, "GET ORG/service-accounts");
    const [provisioner] = body.data;
    expect(body.data).toHaveLength(1);
    const tokens = await askOrganisation(site, `GET ORG/service-accounts/${provisioner?.id}/api-tokens`);
    expect(tokens.body.data).toHaveLength(1);
    const clients = await askOrganisation(site, `GET ORG/service-accounts/${provisioner?.id}/oauth-clients`);
    expect(clients.body.data).toMatchObject([{ clientId: "emulator-client", scopes: expect.any(Array) }]);
  });

  test("tells when a token was last used, and revokes one so that it opens nothing", async () => {
    const site = await startSite({ seed });
    expect(await findToken(site, "spare")).toMatchObject({ createdAt: "2026-01-01T00:00:00.000Z" });
    expect(await findToken(site, "spare")).not.toHaveProperty("lastActiveAt");
    const authorization = basic("admin@acme.example", "spare");
    const myself = () => fetch(`${site.url}/rest/api/3/myself`, { headers: { authorization } });
    expect((await myself()).status).toBe(200);
    const used = await findToken(site, "spare");
    expect(used?.lastActiveAt).toMatch(/^20/);
    const path = `/users/${used?.user.id}/manage/api-tokens/${used?.id}`;
    expect((await askOrganisation(site, `DELETE ${path}`)).status).toBe(204);
    expect((await myself()).status).toBe(401);
    expect((await site.ask("admin", "GET /myself")).status).toBe(200);
    expect((await askOrganisation(site, `DELETE ${path}`)).status).toBe(404);
  });

  test("revokes a key and an OAuth client", async () => {
    const site = await startSite({
      seed: { ...acme, apiKeys: [{ key: "first" }, { key: "second", label: "second" }] },
    });
    const keys = (await askOrganisation(site, "GET ORG/api-keys")).body.data;
    expect(keys.map(({ label }) => label)).toEqual(["emulator", "second"]);
    expect((await askOrganisation(site, `PATCH ORG/api-keys/revoke/${keys[1]?.id}`)).status).toBe(204);
    expect((await askOrganisation(site, "GET ORG/api-keys", "second")).status).toBe(401);
    expect((await askOrganisation(site, "DELETE ORG/oauth-clients/emulator-client")).status).toBe(204);
    const sent = new URLSearchParams({ grant_type: "client_credentials", client_id: "emulator-client" });
    sent.set("client_secret", "emulator-client-secret");
    expect((await fetch(`${site.authUrl}/oauth/token`, { method: "POST", body: sent })).status).toBe(401);
  });

  test("can revoke every token of every person at once", async () => {
    const site = await startSite();
    expect((await askOrganisation(site, "DELETE ORG/api-tokens")).status).toBe(204);
    expect((await askOrganisation(site, "GET ORG/api-tokens")).body.data).toEqual([]);
    expect((await site.ask("admin", "GET /myself")).status).toBe(401);
  });
});
