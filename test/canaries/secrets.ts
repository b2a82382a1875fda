import { acme } from "../../src/emulator/seed/acme.js";
import type { Seed } from "../../src/emulator/seed/seed.js";

/** The secrets that are looked for everywhere, with what each encoding writes differently, as far as a header allows. */
export const canaries = {
  "API token": 'canary-api+"5f/1c"=é&<x>',
  "access token": "canary-access_5f1c.~+/2e==",
  "OAuth client secret": 'canary-client+"3c/9a"=é&<x>',
  "organisation API key": "canary-organisation_9b1d.~+/7a==",
} as const;

/** The name of a secret, with that of the token which a client is given for its secret. */
export type SecretName = keyof typeof canaries | "OAuth access token";

const [admin, ...others] = acme.accounts ?? [];
const scopes = acme.accessTokens?.[0]?.scopes ?? [];

/** The built-in site with these secrets in place of its own. */
export const siteOfCanaries: Seed = {
  ...acme,
  accounts: [{ ...admin, email: "admin@acme.example", token: canaries["API token"] }, ...others],
  accessTokens: [{ token: canaries["access token"], account: "admin@acme.example", scopes: [...scopes] }],
  oauthClients: [
    { id: "canary", secret: canaries["OAuth client secret"], account: "admin@acme.example", scopes: [...scopes] },
  ],
  apiKeys: [{ key: canaries["organisation API key"] }],
};
