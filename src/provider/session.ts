import { createClient } from "../client/create-client.js";
import { readCredentials, readSettings } from "../client/credentials.js";
import { createDirectory } from "../client/directory.js";
import { presentable } from "../errors.js";
import type { Session } from "./handler.js";

/** A stack's configuration, as the engine hands it to a provider. */
export interface Configuration {
  get(key: string): string | undefined;
}

let configuration: Configuration | undefined;
let session: Session | undefined;

/** Keeps the stack's configuration for when the session is opened. */
export function rememberConfiguration(given: Configuration): void {
  configuration = given;
}

/**
 * The session of this process, opened at the first call.
 * @throws JiraError of kind `credentials`.
 */
export function openSession(): Session {
  session ??= createSession();
  return session;
}

function createSession(): Session {
  const client = createClient(readCredentials(readSettings(process.env, (key) => configuration?.get(key))));
  return {
    client,
    directory: createDirectory(client),
    asserted: new Set(),
    ownGroups: new Set(),
    warn: (message) => console.error(presentable(`warning: ${message}`)),
  };
}
