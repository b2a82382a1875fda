import { onTestFinished } from "vitest";
import { type EmulatorOptions, type RunningEmulator, startEmulator } from "../../src/emulator/start-emulator.js";
import { expectDocumented } from "../contract/expect-documented.js";

/** What the emulator answered; the shape of each body is what the tests assert. */
type Reply = Awaited<ReturnType<typeof send>>;

/** One request: who makes it (the local part of an e-mail of `acme`; nobody: null), and its body. */
type Ask = (who: string | null, request: string, body?: unknown) => Promise<Reply>;

/** A running emulator of one test, with a short way to ask it. */
export interface TestSite extends RunningEmulator {
  readonly ask: Ask;
  /** Like `ask` for requests to the control port. */
  readonly control: (request: string, body?: unknown) => Promise<Reply>;
}

/** Starts an emulator that stops with the test; every answer is checked against Atlassian's document, if it is here. */
export async function startSite(options: EmulatorOptions = {}): Promise<TestSite> {
  const emulator = await startEmulator(options);
  onTestFinished(() => emulator.close());
  const ask: Ask = (who, request, body) => send(`${emulator.url}/rest/api/3`, request, body, who);
  return { ...emulator, ask, control: (request, body) => send(emulator.controlUrl, request, body, null) };
}

/** The account id of a person of `acme`. */
export async function accountId(site: TestSite, who: string): Promise<string> {
  return (await site.ask(who, "GET /myself")).body.accountId;
}

/** By which settings `jira-access` finds a built-in site and its organisation, and acts as its administrator. */
export function administratorOf({ url, adminUrl, orgId, orgApiKey }: RunningEmulator) {
  return {
    JIRA_URL: url,
    JIRA_EMAIL: "admin@acme.example",
    JIRA_API_TOKEN: "emulator-admin-token",
    ATLASSIAN_ADMIN_URL: adminUrl,
    ATLASSIAN_ORG_ID: orgId,
    ATLASSIAN_ORG_API_KEY: orgApiKey,
  };
}

/** A body that uploads files of these names. */
export function files(...names: readonly string[]): FormData {
  const form = new FormData();
  for (const name of names) form.append("file", new Blob(["Hello"], { type: "text/plain" }), name);
  return form;
}

/** The value of an `Authorization` header. */
export function basic(email: string, token: string): string {
  return `Basic ${Buffer.from(`${email}:${token}`).toString("base64")}`;
}

async function send(base: string, request: string, body: unknown, who: string | null) {
  const [method = "", path = ""] = request.split(" ");
  const response = await fetch(base + path, {
    method,
    headers: {
      ...(body instanceof FormData ? { "x-atlassian-token": "no-check" } : { "content-type": "application/json" }),
      ...(who === null ? {} : { authorization: basic(`${who}@acme.example`, `emulator-${who}-token`) }),
    },
    ...(body === undefined ? {} : { body: body instanceof FormData ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  const isJson = response.headers.get("content-type")?.includes("json");
  const reply = { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text };
  expectDocumented({ method, url: base + path, ...reply });
  return reply;
}
