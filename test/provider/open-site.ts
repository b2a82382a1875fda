import { createClient } from "../../src/client/create-client.js";
import { readCredentials, readSettings } from "../../src/client/credentials.js";
import { createDirectory } from "../../src/client/directory.js";
import type { Checked, Handler, Session } from "../../src/provider/handler.js";
import { startSite, type TestSite } from "../emulator/site.js";

/** An emulated site of one test, and sessions of its administrator on it. */
export interface OpenSite extends TestSite {
  /** A session as a new process would open it. */
  readonly session: () => Session;
  /** What was written since the last call, as `METHOD path`. */
  readonly writes: () => Promise<readonly string[]>;
  /** Warnings of all sessions. */
  readonly warnings: readonly string[];
}

/** Starts the site `acme`; it stops with the test. */
export async function openSite(): Promise<OpenSite> {
  const site = await startSite();
  const warnings: string[] = [];
  const settings = { JIRA_URL: site.url, JIRA_EMAIL: "admin@acme.example", JIRA_API_TOKEN: "emulator-admin-token" };
  return {
    ...site,
    warnings,
    session() {
      const client = createClient(readCredentials(readSettings(settings)), { retryBudgetMs: 2000 });
      return { client, directory: createDirectory(client), asserted: new Set(), warn: (text) => warnings.push(text) };
    },
    async writes() {
      const { body } = await site.control("GET /requests");
      await site.control("DELETE /requests");
      const written = body.filter(({ method }: { method: string }) => method !== "GET");
      return written.map(({ method, path }: { method: string; path: string }) => `${method} ${path}`);
    },
  };
}

/** The checked form of inputs; fails the test where they are refused. */
export function checked<Inputs extends object, Outputs extends Inputs>(
  handler: Handler<Inputs, Outputs>,
  raw: Readonly<Record<string, unknown>>,
): Inputs {
  const { inputs, failures }: Checked<Inputs> = handler.check(raw);
  if (failures.length > 0) throw new Error(JSON.stringify(failures));
  return inputs;
}
