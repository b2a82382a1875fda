import { describe, expect, test } from "vitest";
import { acme } from "../../src/emulator/seed/acme.js";
import { basic, startSite, type TestSite } from "./site.js";

const scoped = basic("admin@acme.example", "emulator-scoped-token");
const readOnly = basic("admin@acme.example", "emulator-read-only-token");
const client = {
  grant_type: "client_credentials",
  client_id: "emulator-client",
  client_secret: "emulator-client-secret",
};
const mismatch = { code: 401, message: "Unauthorized; scope does not match" };

async function call(base: string, request: string, authorization: string, body?: unknown) {
  const [method = "", path = ""] = request.split(" ");
  const response = await fetch(`${base}/rest/api/3${path}`, {
    method,
    headers: { authorization },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, body: text.startsWith("{") ? JSON.parse(text) : text };
}

const gateway = (site: TestSite) => `${site.gatewayUrl}/ex/jira/${site.cloudId}`;

interface TokenReply {
  readonly access_token: string;
}

async function askToken(site: TestSite, sent: object) {
  const response = await fetch(`${site.authUrl}/oauth/token`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(sent),
  });
  return { status: response.status, body: (await response.json()) as TokenReply };
}

describe("an API token with scopes", () => {
  test("opens the gateway, with the account's e-mail or alone, and links lead back there", async () => {
    const site = await startSite();
    for (const authorization of [scoped, "Bearer emulator-scoped-token"]) {
      const me = await call(gateway(site), "GET /myself", authorization);
      expect(me).toMatchObject({ status: 200, body: { emailAddress: "admin@acme.example" } });
      expect(me.body.self).toContain(`/ex/jira/${site.cloudId}/`);
    }
    const made = await call(gateway(site), "POST /role", scoped, { name: "Developers" });
    expect(made.status).toBe(200);
  });

  test("is worth nothing on the site, nor with another account's e-mail", async () => {
    const site = await startSite();
    const text = "Client must be authenticated to access this resource.";
    expect(await call(site.url, "GET /myself", scoped)).toEqual({ status: 401, body: text });
    expect(await call(site.url, "GET /serverInfo", "Bearer emulator-scoped-token")).toEqual({
      status: 401,
      body: text,
    });
    const other = basic("ann@acme.example", "emulator-scoped-token");
    expect(await call(gateway(site), "GET /myself", other)).toEqual({ status: 401, body: text });
    expect(await call(gateway(site), "GET /myself", "Bearer nonsense")).toEqual({
      status: 401,
      body: { code: 401, message: "Unauthorized" },
    });
  });

  test("does only what its scopes say, whatever its account may", async () => {
    const site = await startSite();
    expect((await call(gateway(site), "GET /permissionscheme", readOnly)).status).toBe(200);
    expect((await call(gateway(site), "GET /serverInfo", readOnly)).status).toBe(200);
    expect(await call(gateway(site), "POST /permissions/check", readOnly, {})).toMatchObject({ status: 200 });
    const refused = await call(gateway(site), "DELETE /permissionscheme/10000", readOnly);
    expect(refused).toEqual({ status: 401, body: mismatch });
    expect(await call(gateway(site), "POST /role", readOnly, {})).toEqual({ status: 401, body: mismatch });
    expect((await site.ask("admin", "GET /permissionscheme/10000")).status).toBe(200);
  });

  test("with granular scopes needs all of those that an operation has", async () => {
    const complete = ["read:application-role:jira", "read:group:jira", "read:user:jira", "read:avatar:jira"];
    const tokens = [
      { token: "complete", scopes: complete },
      { token: "incomplete", scopes: complete.slice(1) },
    ];
    const accounts = [{ email: "ann@acme.example", tokens }, ...(acme.accounts ?? []).slice(2)];
    const admin = { email: "admin@acme.example" };
    const site = await startSite({ seed: { ...acme, accounts: [admin, ...accounts], accessTokens: [] } });
    expect((await call(gateway(site), "GET /myself", "Bearer complete")).status).toBe(200);
    expect(await call(gateway(site), "GET /myself", "Bearer incomplete")).toEqual({ status: 401, body: mismatch });
  });
});

test("an access token goes alone, at the gateway only", async () => {
  const site = await startSite();
  const bearer = "Bearer emulator-access-token";
  expect((await call(gateway(site), "GET /myself", bearer)).body.emailAddress).toBe("admin@acme.example");
  expect((await call(site.url, "GET /myself", bearer)).status).toBe(401);
  const pair = basic("admin@acme.example", "emulator-access-token");
  expect((await call(gateway(site), "GET /myself", pair)).status).toBe(401);
});

test("a service account has tokens with scopes only, and administers by its group", async () => {
  const site = await startSite();
  const pair = basic("provisioner@serviceaccount.atlassian.com", "emulator-provisioner-token");
  expect(await call(gateway(site), "GET /myself", pair)).toMatchObject({
    status: 200,
    body: { displayName: "Provisioner", accountType: "app", appType: "service", applicationRoles: { size: 0 } },
  });
  expect((await call(gateway(site), "GET /role", pair)).status).toBe(200);
  expect((await call(site.url, "GET /myself", pair)).status).toBe(401);
});

describe("OAuth client credentials", () => {
  test("give a token for an hour, asked for in JSON or as a form", async () => {
    const site = await startSite();
    const answered = await askToken(site, client);
    expect(answered).toMatchObject({ status: 200, body: { expires_in: 3600, token_type: "Bearer" } });
    const form = await fetch(`${site.authUrl}/oauth/token`, { method: "POST", body: new URLSearchParams(client) });
    const { access_token } = (await form.json()) as TokenReply;
    expect(access_token).not.toBe(answered.body.access_token);
    for (const token of [answered.body.access_token, access_token]) {
      const me = await call(gateway(site), "GET /myself", `Bearer ${token}`);
      expect(me.body.displayName).toBe("Provisioner");
    }
    const { body } = await site.control("GET /requests");
    expect(body[0]).toMatchObject({ method: "POST", path: "/oauth/token", status: 200, account: null });
    expect(body[2].account).toBe("provisioner@serviceaccount.atlassian.com");
  });

  test("are refused when they are wrong or the grant is another", async () => {
    const site = await startSite();
    expect(await askToken(site, { ...client, client_secret: "x" })).toMatchObject({
      status: 401,
      body: { error: "access_denied" },
    });
    expect((await askToken(site, { ...client, grant_type: "password" })).status).toBe(400);
    expect((await askToken(site, {})).status).toBe(400);
  });

  test("the token expires by itself or on order; the client gets another", async () => {
    const site = await startSite({ seed: { ...acme, tokenLifetimeS: 0.05 } });
    const first = (await askToken(site, client)).body.access_token;
    await new Promise((resolve) => setTimeout(resolve, 80));
    const expired = { status: 401, body: { code: 401, message: "Unauthorized" } };
    expect(await call(gateway(site), "GET /myself", `Bearer ${first}`)).toEqual(expired);
    const other = await startSite();
    const second = (await askToken(other, client)).body.access_token;
    expect((await call(gateway(other), "GET /myself", `Bearer ${second}`)).status).toBe(200);
    expect((await other.control("POST /expire-tokens")).status).toBe(204);
    expect(await call(gateway(other), "GET /myself", `Bearer ${second}`)).toEqual(expired);
    const third = (await askToken(other, client)).body.access_token;
    expect((await call(gateway(other), "GET /myself", `Bearer ${third}`)).status).toBe(200);
  });
});

test("no token and no secret is in the state", async () => {
  const site = await startSite();
  const { access_token } = (await askToken(site, client)).body;
  const text = JSON.stringify((await site.control("GET /state")).body);
  for (const secret of [access_token, "-token", "client-secret"]) expect(text).not.toContain(secret);
});
