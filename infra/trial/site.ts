import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { commandFile } from "../package-folder.js";

/** One request that the site has seen. */
export interface SeenRequest {
  readonly method: string;
  readonly path: string;
  readonly status: number;
}

/** A Jira Cloud site that runs on this machine. */
export interface Site {
  readonly url: string;
  /** Where the site's log, faults and reset are; see docs/emulator.md. */
  readonly controlUrl: string;
  readonly processId: number;
  /** Asks the site as one of its accounts, by the local part of its e-mail. */
  ask(account: string, method: string, path: string, body?: unknown): Promise<SiteAnswer>;
  /** What the site has seen since it was last asked for this. */
  takeRequests(): Promise<readonly SeenRequest[]>;
  /** Makes the site as it was at the start. */
  reset(): Promise<void>;
  stop(): void;
}

/** What the site answered. */
interface SiteAnswer {
  readonly status: number;
  readonly body: unknown;
}

/** Whether a request could have changed something; a check of permissions only asks, although it is a POST. */
export function isWrite({ method, path }: SeenRequest): boolean {
  return method !== "GET" && !path.endsWith("/permissions/check");
}

/** The API token of an account of the built-in site. */
export function tokenOf(account: string): string {
  return account === "admin" ? "emulator-admin-token" : `emulator-${account}-token`;
}

/**
 * Starts a site in a process of its own, the built-in one unless told otherwise.
 * @param keep leaves it running when this process ends.
 * @param words what `jira-access emulate` is told more, such as `--seed FILE`.
 */
export async function startSite(keep: boolean, ...words: readonly string[]): Promise<Site> {
  const child = spawn(process.execPath, [commandFile, "emulate", "--port", "0", "--json", ...words], {
    detached: keep,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const line = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).once("line", resolve);
    child.once("error", reject);
    child.once("exit", (code) => reject(new Error(`the emulator ended with ${code} before it listened`)));
  });
  const { url, controlUrl } = JSON.parse(line) as { url: string; controlUrl: string };
  if (keep) {
    child.stdout.destroy();
    child.unref();
  }
  return {
    url,
    controlUrl,
    processId: child.pid ?? 0,
    async ask(account, method, path, body) {
      const pair = Buffer.from(`${account}@acme.example:${tokenOf(account)}`).toString("base64");
      const response = await fetch(`${url}${path}`, {
        method,
        headers: { Authorization: `Basic ${pair}`, "Content-Type": "application/json" },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      return { status: response.status, body: text === "" ? undefined : JSON.parse(text) };
    },
    async takeRequests() {
      const requests = (await (await fetch(`${controlUrl}/requests`)).json()) as SeenRequest[];
      await fetch(`${controlUrl}/requests`, { method: "DELETE" });
      return requests;
    },
    reset: async () => void (await fetch(`${controlUrl}/reset`, { method: "POST" })),
    stop: () => void child.kill("SIGTERM"),
  };
}
