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
      authorization: `Basic ${Buffer.from("bot@acme.example:t0ken-of-the-bot").toString("base64")}`,
    });
  });

  test("goes through the gateway where a cloud id is set", () => {
    const gateway = { ...basic, JIRA_CLOUD_ID: "c-1", JIRA_GATEWAY_URL: "https://gateway.example/" };
    expect(read(gateway)).toMatchObject({ baseUrl: "https://gateway.example/ex/jira/c-1", site: basic.JIRA_URL });
  });

  test("prefers an access token", () => {
    expect(read({ ...basic, JIRA_ACCESS_TOKEN: "bearer-token-1" }).authorization).toBe("Bearer bearer-token-1");
  });

  test("takes the environment before the stack's configuration", () => {
    const config = { "jira:url": "https://other.example", "jira:email": "other@acme.example" };
    const { JIRA_URL: _, ...withoutUrl } = basic;
    expect(read(withoutUrl, config).baseUrl).toBe("https://other.example");
    expect(read(basic, config).baseUrl).toBe("https://acme.example");
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
