import { createClient } from "../client/create-client.js";
import { readCredentials, readSettings } from "../client/credentials.js";
import { createDirectory, type Directory } from "../client/directory.js";
import { JiraError, presentable } from "../errors.js";
import type { Session } from "./handler.js";

/** A stack's configuration, as the engine hands it to a provider. */
export interface Configuration {
  get(key: string): string | undefined;
}

/** Where the session of one run is kept; each run of the engine has a process, and thus a keeper, of its own. */
export interface SessionKeeper {
  /** Keeps the stack's configuration for when the session is opened. */
  configure(given: Configuration): void;
  /**
   * The session, opened at the first call.
   * @throws JiraError of kind `credentials`.
   */
  open(): Session;
  /** Whether a fault of the whole site was told already by another resource, so that it need not be said again. */
  isToldAlready(error: unknown): boolean;
}

/** The keeper of a session that is not open yet, or that talks to a site through a directory which is. */
export function createSessionKeeper(directory?: Directory): SessionKeeper {
  let configuration: Configuration | undefined;
  let session = directory && sessionOn(directory);
  let told = false;
  return {
    configure(given) {
      configuration = given;
    },
    open() {
      session ??= openSession(configuration);
      return session;
    },
    isToldAlready(error) {
      if (!isSiteFault(error)) return false;
      const toldBefore = told;
      told = true;
      return toldBefore;
    },
  };
}

function openSession(configuration: Configuration | undefined): Session {
  const client = createClient(readCredentials(readSettings(process.env, (key) => configuration?.get(key))));
  return sessionOn(createDirectory(client));
}

function sessionOn(directory: Directory): Session {
  return {
    client: directory.client,
    directory,
    asserted: new Set(),
    before: new Map(),
    turns: new Map(),
    ownGroups: new Set(),
    ownSchemes: new Set(),
    warn: (message) => console.error(presentable(`warning: ${message}`)),
  };
}

const siteWideKinds: readonly string[] = ["credentials", "forbidden", "network"];

/** Whether a fault concerns the site as a whole, so that one error about it is enough for a run. */
function isSiteFault(error: unknown): boolean {
  return error instanceof JiraError && siteWideKinds.includes(error.kind);
}
