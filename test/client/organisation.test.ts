import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { organisationOperations } from "../../src/catalogue/organisation-operations.js";
import { listCredentials, revokeCredential } from "../../src/client/credential-inventory.js";
import { readSettings } from "../../src/client/credentials.js";
import { readCursorPages } from "../../src/client/http/paginate-cursor.js";
import { createOrganisationClient, readOrganisation } from "../../src/client/organisation.js";
import { acme } from "../../src/emulator/seed/acme.js";
import { startSite, type TestSite } from "../emulator/site.js";

function organisationOf({ adminUrl, orgId, orgApiKey }: TestSite, change: Record<string, string> = {}) {
  const settings = { ATLASSIAN_ADMIN_URL: adminUrl, ATLASSIAN_ORG_ID: orgId, ATLASSIAN_ORG_API_KEY: orgApiKey };
  return createOrganisationClient(readOrganisation(readSettings({ ...settings, ...change })));
}

describe("the settings", () => {
  test("say what is missing", () => {
    expect(() => readOrganisation(readSettings({ ATLASSIAN_ORG_ID: "x" }))).toThrow(
      /^not set: ATLASSIAN_ORG_API_KEY \(/,
    );
  });

  test("lead to Atlassian unless another address is given, and never in the clear", () => {
    const given = { ATLASSIAN_ORG_ID: "x", ATLASSIAN_ORG_API_KEY: "some-key" };
    expect(readOrganisation(readSettings(given)).baseUrl).toBe("https://api.atlassian.com");
    const plain = { ...given, ATLASSIAN_ADMIN_URL: "http://admin.example" };
    expect(() => readOrganisation(readSettings(plain))).toThrow("ATLASSIAN_ADMIN_URL must begin with https://");
  });
});

describe("listCredentials", () => {
  test("tells of people's and service accounts' tokens, OAuth clients and API keys", async () => {
    const site = await startSite();
    const credentials = await listCredentials(organisationOf(site));
    const count = (kind: string) => credentials.filter((one) => one.kind === kind).length;
    expect([count("api-token"), count("oauth-client"), count("api-key")]).toEqual([17, 1, 1]);
    expect(credentials.filter(({ owner }) => owner?.kind === "service-account")).toMatchObject([
      { kind: "api-token", lastUsed: "never", scopes: expect.arrayContaining(["manage:jira-project"]) },
      { kind: "oauth-client", id: "emulator-client", lastUsed: "unknown", owner: { name: "Provisioner" } },
    ]);
    expect(credentials.find(({ owner }) => owner?.email === "ann@acme.example")).toMatchObject({
      created: "2026-01-05T09:00:00.000Z",
      lastUsed: "never",
      scopes: "all",
    });
    expect(JSON.stringify(credentials)).not.toMatch(/emulator-.*-token|client-secret|org-api-key/);
  });

  test("says what is wrong with the key without telling it", async () => {
    const site = await startSite({
      seed: { ...acme, apiKeys: [{ key: "half-a-key", scopes: ["read:tokens:admin"] }] },
    });
    const wrong = listCredentials(organisationOf(site, { ATLASSIAN_ORG_API_KEY: "not-the-key" }));
    await expect(wrong).rejects.toMatchObject({
      kind: "credentials",
      message: expect.stringContaining("Check ATLASSIAN_ORG_API_KEY"),
    });
    await expect(wrong).rejects.not.toMatchObject({ message: expect.stringContaining("not-the-key") });
    await expect(listCredentials(organisationOf(site))).rejects.toMatchObject({
      kind: "forbidden",
      message: expect.stringContaining("The API key needs read:service-accounts:admin"),
    });
    await expect(listCredentials(organisationOf(site, { ATLASSIAN_ORG_ID: "other" }))).rejects.toMatchObject({
      kind: "not-found",
    });
  });

  test("takes only the cursor of a link, and stops at a circle", async () => {
    const asked: (string | undefined)[] = [];
    const pages = [{ next: "https://evil.example/?x=1&cursor=a%2Bb" }, { next: "c" }, { next: null }];
    await readCursorPages(
      async (cursor) => ({ data: [asked.push(cursor)], links: pages[asked.length - 1] ?? null }),
      () => {},
    );
    expect(asked).toEqual([undefined, "a+b", "c"]);
    const circle = readCursorPages(
      async () => ({ data: [], links: { next: "again" } }),
      () => {},
    );
    await expect(circle).rejects.toMatchObject({ kind: "unexpected-answer" });
  });
});

describe("revoking", () => {
  test("an OAuth client and an API key go one by one; a service account's token is left to people", async () => {
    const site = await startSite({
      seed: { ...acme, apiKeys: [{ key: "used-key" }, { key: "other-key", label: "other" }] },
    });
    const client = organisationOf(site);
    const before = await listCredentials(client);
    const [oauth, key] = [
      before.find(({ kind }) => kind === "oauth-client"),
      before.find(({ label }) => label === "other"),
    ];
    const service = before.find(({ kind, owner }) => kind === "api-token" && owner?.kind === "service-account");
    if (!oauth || !key || !service) throw new Error("the seed lacks something");
    await revokeCredential(client, oauth);
    await revokeCredential(client, key);
    await expect(revokeCredential(client, service)).rejects.toMatchObject({ kind: "refused" });
    const left = new Set((await listCredentials(client)).map(({ id }) => id));
    expect(before.filter(({ id }) => !left.has(id))).toEqual([oauth, key]);
  });

  test.each(["", ".", ".."])("an id %j cannot widen the path", async (id) => {
    const client = organisationOf(await startSite());
    const call = client.call("deleteOauthClient", { path: { clientId: id } }, z.void());
    await expect(call).rejects.toMatchObject({ kind: "invalid" });
  });

  test("each operation that writes ends in the id of one thing", () => {
    for (const { method, path } of Object.values(organisationOperations)) {
      if (method !== "GET") expect(path).toMatch(/\/\{(tokenId|keyId|clientId)\}$/);
    }
  });

  test("only the catalogue and the emulator know paths of the organisation's API", () => {
    const files = readdirSync("src", { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));
    const knowing = files.filter((file) => /\/api-tokens|api-access/.test(readFileSync(join("src", file), "utf8")));
    const elsewhere = knowing.filter((file) => !file.startsWith("emulator/"));
    expect(elsewhere).toEqual(["catalogue/organisation-operations.ts"]);
  });
});
