import { describe, expect, test } from "vitest";
import { readCredentials, readSettings } from "../../src/client/credentials.js";

const basic = { JIRA_URL: "https://acme.example", JIRA_EMAIL: "bot@acme.example", JIRA_API_TOKEN: "t0ken-of-the-bot" };
const read = (environment: Record<string, string>, config: Record<string, string> = {}) =>
  readCredentials(readSettings(environment, (key) => config[key]));

describe("readCredentials", () => {
  test("uses e-mail and API token on the site", () => {
    expect(read(basic)).toEqual({
      baseUrl: "https://acme.example",
      site: "https://acme.example",
      proof: { kind: "api-token", email: "bot@acme.example", token: "t0ken-of-the-bot" },
    });
  });

  test("goes through the gateway where a cloud id is set", () => {
    const gateway = { ...basic, JIRA_CLOUD_ID: "c-1", JIRA_GATEWAY_URL: "https://gateway.example/" };
    expect(read(gateway)).toMatchObject({ baseUrl: "https://gateway.example/ex/jira/c-1", site: basic.JIRA_URL });
  });

  test("prefers an access token", () => {
    expect(read({ ...basic, JIRA_ACCESS_TOKEN: "bearer-token-1" }).proof).toEqual({
      kind: "access-token",
      token: "bearer-token-1",
    });
  });

  test("takes an OAuth client, which needs the site's id", () => {
    const client = { JIRA_URL: basic.JIRA_URL, JIRA_CLIENT_ID: "id-1", JIRA_CLIENT_SECRET: "secret-1" };
    expect(() => read(client)).toThrow(/JIRA_CLOUD_ID .*tenant_info/);
    expect(read({ ...client, JIRA_CLOUD_ID: "c-1" })).toEqual({
      baseUrl: "https://api.atlassian.com/ex/jira/c-1",
      site: basic.JIRA_URL,
      proof: { kind: "client", id: "id-1", secret: "secret-1", authUrl: "https://auth.atlassian.com" },
    });
  });

  test("takes the environment before the stack's configuration", () => {
    const config = { "jira:url": "https://other.example", "jira:email": "other@acme.example" };
    const { JIRA_URL: _, ...withoutUrl } = basic;
    expect(read(withoutUrl, config).baseUrl).toBe("https://other.example");
    expect(read(basic, config).baseUrl).toBe("https://acme.example");
  });

  test("takes an empty setting for none", () => {
    expect(() => read({ JIRA_EMAIL: " " }, { "jira:url": "" })).toThrow(/JIRA_URL .*JIRA_EMAIL .*JIRA_API_TOKEN /);
  });

  test("names every setting that is missing at once", () => {
    expect(() => read({})).toThrow(/JIRA_URL .*jira:url.*JIRA_EMAIL .*jira:email.*JIRA_API_TOKEN .*jira:apiToken/);
  });

  test.each(["acme.example", "http://acme.example", "https://u:p@acme.example", "https://acme.example?x=1", "ftp://x"])(
    "refuses %s as an address",
    (url) => {
      expect(() => read({ ...basic, JIRA_URL: url })).toThrow(/^JIRA_URL /);
    },
  );

  test.each(["http://127.0.0.1:8080", "http://localhost:1", "http://[::1]:80"])("allows %s without TLS", (url) => {
    expect(() => read({ ...basic, JIRA_URL: url })).not.toThrow();
  });
});
