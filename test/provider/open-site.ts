import { createClient } from "../../src/client/create-client.js";
import { readCredentials, readSettings } from "../../src/client/credentials.js";
import { createDirectory } from "../../src/client/directory.js";
import type { Session } from "../../src/provider/handler.js";
import { startSite, type TestSite } from "../emulator/site.js";

/** An emulated site of one test, and sessions of its administrator on it. */
export interface OpenSite extends TestSite {
  /** A session as a new process would open it. */
  readonly session: () => Session;
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
  };
}
