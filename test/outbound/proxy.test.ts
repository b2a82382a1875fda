import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";
import { getCACertificates, setDefaultCACertificates } from "node:tls";
import { inspect } from "node:util";
import { afterEach, describe, expect, onTestFinished, type TestContext, test, vi } from "vitest";
import { z } from "zod";
import { type ClientOptions, createClient } from "../../src/client/create-client.js";
import { readCredentials, readSettings } from "../../src/client/credentials.js";
import { openApi } from "../../src/forge/open-api.js";
import { startSite } from "../emulator/site.js";
import { startProxy } from "./start-proxy.js";
import { makeCertificate, startTlsSite } from "./tls-site.js";

const login = { JIRA_EMAIL: "admin@acme.example", JIRA_API_TOKEN: "emulator-admin-token" };
const anything = z.unknown();
const password = "canary-of-proxies-77c1";

afterEach(() => vi.unstubAllEnvs());

/** Asks the built-in site, which is called acme.example here, who is asking. */
function askSite(options: ClientOptions = {}, url = "https://acme.example") {
  const client = createClient(readCredentials(readSettings({ ...login, JIRA_URL: url })), options);
  const ask = () => client.call("getCurrentUser", {}, z.object({ emailAddress: z.string() }));
  return { ask, error: () => ask().catch((error: Error) => error) };
}

/** The built-in site behind TLS, whose certificate this process trusts. */
async function startTrustedSite(context: TestContext) {
  const certificate = makeCertificate() ?? context.skip("no openssl");
  const trusted = getCACertificates("default");
  setDefaultCACertificates([...trusted, certificate.cert]);
  onTestFinished(() => setDefaultCACertificates(trusted));
  const { url } = await startSite();
  return startTlsSite(certificate, Number(new URL(url).port));
}

describe("through a proxy", () => {
  test("requests reach a site that is reached no other way, and share the connections that are kept", async (context) => {
    const site = await startTrustedSite(context);
    const proxy = await startProxy({ port: site.port, credentials: `ann:${password}` });
    vi.stubEnv("HTTPS_PROXY", `http://ann:${password}@${proxy.host}`);
    const { ask } = askSite();
    for (let times = 1; times <= 5; times++) expect(await ask()).toEqual({ emailAddress: login.JIRA_EMAIL });
    expect(proxy.asked).toEqual(["CONNECT acme.example:443"]);
    expect(site.connections()).toBe(1);
  });

  test("a company's certificate that Node does not know is told with what to do, at once", async (context) => {
    const certificate = makeCertificate() ?? context.skip("no openssl");
    const site = await startTlsSite(certificate, 9);
    const proxy = await startProxy({ port: site.port });
    vi.stubEnv("HTTPS_PROXY", `http://${proxy.host}`);
    expect(await askSite().error()).toMatchObject({
      kind: "network",
      message:
        "GET /rest/api/3/myself: its certificate is of an authority that Node does not know. If that is your company's, name the file of its certificate in NODE_EXTRA_CA_CERTS",
    });
    expect(proxy.asked).toHaveLength(1);
  });

  test("what is not encrypted is sent as it is, but never from here to here", async () => {
    const { url } = await startSite();
    const proxy = await startProxy({ port: Number(new URL(url).port), credentials: `ann:${password}` });
    vi.stubEnv("HTTP_PROXY", `http://ann:${password}@${proxy.host}`);
    const address = { base: "http://gitlab.example", addressVariable: "CI_API_V4_URL", tokenVariable: "GITLAB_TOKEN" };
    const asked = openApi(address, {}).call("GET", "/rest/api/3/serverInfo", anything);
    await expect(asked).rejects.toThrow(/403: This server answers only its own address\. Let GITLAB_TOKEN /);
    expect(proxy.asked).toEqual(["GET http://gitlab.example/rest/api/3/serverInfo"]);
    expect(await askSite({}, url).ask()).toEqual({ emailAddress: login.JIRA_EMAIL });
    expect(proxy.asked).toHaveLength(1);
  });

  test("a host that NO_PROXY names is reached without it", async () => {
    const proxy = await startProxy({ port: 9 });
    vi.stubEnv("HTTPS_PROXY", `http://${proxy.host}`);
    vi.stubEnv("NO_PROXY", "example");
    expect(await askSite().error()).toMatchObject({
      message: expect.stringMatching(/^GET \S+: the(re is no host of that name| host's name could not be looked up)\./),
    });
    expect(proxy.asked).toEqual([]);
  });
});

describe("a proxy that makes no connection is told, with what to do and without its password", () => {
  test.each([
    [407, 1, "wants other credentials (407). Write USER:PASSWORD@ before the host in HTTPS_PROXY"],
    [403, 1, "makes no connection to that host (403). Ask those who run it to allow that; name the host in NO_PROXY"],
    [502, 3, "makes no connection to that host (502). Ask those who run it"],
  ])("answering with %i, it is asked %i times", async (status, times, message) => {
    const proxy = await startProxy({ port: 9, status });
    vi.stubEnv("HTTPS_PROXY", `http://ann:${password}@${proxy.host}`);
    const error = await askSite().error();
    expect(error).toMatchObject({
      kind: "network",
      message: expect.stringContaining(`the proxy ${proxy.host} ${message}`),
    });
    expect(inspect(error)).not.toContain(password);
    expect(proxy.asked).toHaveLength(times);
  });

  test("where nothing listens", async () => {
    vi.stubEnv("https_proxy", `ann:${password}@127.0.0.1:9`);
    const error = await askSite().error();
    expect(error).toMatchObject({
      message:
        "GET /rest/api/3/myself: the proxy 127.0.0.1:9: nothing listens at that address. Check https_proxy; name the host in NO_PROXY where it is reached without one",
    });
    expect(inspect(error)).not.toContain(password);
  });

  test("answering nothing", async () => {
    const proxy = await startProxy({ port: 9, status: 0 });
    vi.stubEnv("HTTPS_PROXY", `http://${proxy.host}`);
    const { error } = askSite({ timeoutMs: 100, retryBudgetMs: 0 });
    expect(await error()).toMatchObject({
      message: expect.stringContaining(`through the proxy ${proxy.host}: the answer took too long or broke off. Check`),
    });
  });

  test("in a variable that names none", async () => {
    vi.stubEnv("HTTPS_PROXY", `socks5://ann:${password}@webproxy.example`);
    const error = await askSite().error();
    expect(error).toMatchObject({
      message:
        "GET /rest/api/3/myself: HTTPS_PROXY names no HTTP proxy. Write HTTPS_PROXY like http://webproxy.your-company.example:8080",
    });
    expect(inspect(error)).not.toContain(password);
  });
});

test("the command reaches its site through a proxy, with the certificate of the company that NODE_EXTRA_CA_CERTS names", async (context) => {
  const certificate = makeCertificate() ?? context.skip("no openssl");
  const { url } = await startSite();
  const site = await startTlsSite(certificate, Number(new URL(url).port));
  const proxy = await startProxy({ port: site.port });
  const settings = { JIRA_URL: "https://acme.example", HTTPS_PROXY: proxy.host, NODE_EXTRA_CA_CERTS: certificate.file };
  const child = spawn(process.execPath, ["dist/src/cli/main.js", "explain", login.JIRA_EMAIL, "DELETE_ISSUES", "PAY"], {
    env: { ...process.env, ...login, ...settings },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  expect(stderr).toBe("");
  expect(stdout).toContain("on https://acme.example");
  expect(new Set(proxy.asked)).toEqual(new Set(["CONNECT acme.example:443"]));
}, 30_000);
