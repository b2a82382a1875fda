import type { Credential } from "../../model/credential.js";

/** What kinds of credentials are called. */
const credentialKinds = {
  "api-token": "API token",
  "api-key": "API key",
  "oauth-client": "OAuth client",
} as const satisfies Record<Credential["kind"], string>;

/** A credential as people know it: `API token "deploy" of ann@acme.example`. */
export function nameCredential({ kind, label, owner }: Credential): string {
  const whose = owner === undefined ? "" : ` of ${owner.email ?? owner.name}`;
  return `${credentialKinds[kind]} "${label}"${whose}`;
}
