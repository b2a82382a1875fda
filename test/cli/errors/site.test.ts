import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, onTestFinished, test } from "vitest";
import { login, type Refusal, runRefused } from "./refusal.js";

const asked = "GET /rest/api/3/project/search";

const settings: readonly Refusal[] = [
  [
    "verify web",
    "JIRA_URL is not a plain address; write it like https://your-site.atlassian.net",
    { JIRA_URL: "acme" },
  ],
  [
    "verify web",
    "JIRA_URL must begin with https://, or the token would travel in the clear",
    { JIRA_URL: "http://acme.example" },
  ],
  ["verify web", `${asked}: nothing listens at that address. Check that http://127.0.0.1:9 is the site's address`, {}],
  [
    "verify web",
    `${asked}: the proxy 127.0.0.1:9: nothing listens at that address. Check HTTPS_PROXY; name the host in NO_PROXY where it is reached without one`,
    { JIRA_URL: "https://acme.example", HTTPS_PROXY: "http://ann:canary-token@127.0.0.1:9" },
  ],
  [
    "tokens",
    "not set: ATLASSIAN_ORG_ID (the organisation's id, which stands in the address of its administration); ATLASSIAN_ORG_API_KEY (an API key of the organisation). Set them in the environment",
  ],
  [
    "tokens",
    "GET /admin/api-access/v1/orgs/1/api-tokens: nothing listens at that address. Check ATLASSIAN_ADMIN_URL",
    { ATLASSIAN_ORG_ID: "1", ATLASSIAN_ORG_API_KEY: "canary-token", ATLASSIAN_ADMIN_URL: "http://127.0.0.1:9" },
  ],
  ["record -- true", "the site is not known: set JIRA_URL, or name it with --upstream", { JIRA_URL: "" }],
  ["record", "there is nothing to record: name a command after --, or a file with --har, --log or --recording"],
  [
    "record --allow-loopback -- nope-command",
    "nope-command cannot be run: there is no such command; check what follows --",
  ],
  [
    "record --upstream nonsense -- true",
    "--upstream, or JIRA_URL in its place: that is not a plain address; write it like https://your-site.atlassian.net",
  ],
  [
    "record -- true",
    "--upstream, or JIRA_URL in its place: 127.0.0.1:9 is this machine; allow that with --allow-loopback",
  ],
  [
    "record --upstream https://10.1.1.1 -- true",
    "--upstream, or JIRA_URL in its place: 10.1.1.1 is inside a private network, where Jira Cloud is not; name your site",
  ],
];

for (const [line, stderr, given] of settings) {
  test(`jira-access ${line}`, async () => {
    expect(await runRefused(line, { ...login, ...given })).toEqual({ exitCode: 1, stdout: "", stderr });
  });
}

describe("what the site answers is told with what to do", () => {
  test.each([
    [
      401,
      '{"errorMessages":["Client must be authenticated"]}',
      `was answered with 401: Client must be authenticated. Check JIRA_URL, JIRA_EMAIL and JIRA_API_TOKEN; a scoped token needs read:jira-work and JIRA_CLOUD_ID`,
    ],
    [403, "", "was answered with 403. The acting account needs access to Jira; a scoped token needs read:jira-work"],
    [
      403,
      "<html><body>Blocked</body></html>",
      "was answered with 403. The answer is a web page, not one of the API; check JIRA_URL, and what stands between this machine and it",
    ],
    [404, "", "was answered with 404. It does not exist, or the acting account lacks access to Jira"],
    [
      302,
      "",
      "was answered with 302. That is not how the API answers; check that JIRA_URL is the address without a path",
    ],
    [
      200,
      "<html><form>Log in</form></html>",
      "was answered with something else than the API gives: a web page, as of a login or a proxy. Check JIRA_URL",
    ],
    [
      400,
      '{"errorMessages":["No."]}',
      "was answered with 400: No. Jira takes it in another form only; change what it names",
    ],
  ])("%i %s", async (status, body, message) => {
    const server = createServer((_, response) => void response.writeHead(status).end(body)).listen(0, "127.0.0.1");
    onTestFinished(() => void server.close());
    await new Promise((done) => server.once("listening", done));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const stderr = `${asked} ${message}`;
    expect(await runRefused("verify web", { ...login, JIRA_URL: url })).toEqual({ exitCode: 1, stdout: "", stderr });
  });
});
