import type { SiteToken } from "../../state/credential-state.js";
import { type Site, takeId } from "../../state/state.js";
import { toIsoTime } from "../clock.js";
import { toUuid } from "../new-names.js";

type NewToken = Pick<SiteToken, "account" | "secret"> & Partial<SiteToken>;

/** Gives an account an API token; its label and the moment of its making have defaults. */
export function addApiToken(site: Site, token: NewToken): void {
  add(site, { kind: "api", ...token });
}

/** Gives an account an access token. */
export function addAccessToken(site: Site, token: NewToken): void {
  add(site, { kind: "access", ...token });
}

function add(site: Site, token: NewToken & Pick<SiteToken, "kind">): void {
  const id = toUuid(`token ${takeId(site, "token")}`);
  site.tokens.push({ id, label: `${token.kind} token`, created: toIsoTime(), ...token });
}
