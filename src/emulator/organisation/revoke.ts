import type { AccountId } from "../../model/ids.js";
import type { Answer } from "../route.js";
import type { SiteToken } from "../state/credential-state.js";
import type { Site } from "../state/state.js";
import { refuseOrganisation } from "./refuse-organisation.js";

/** Revokes one API token of a person. */
export function revokeToken(site: Site, account: AccountId, id: string): Answer {
  const token = site.tokens.find((one) => one.id === id && one.account === account && one.kind === "api");
  if (token === undefined || isServiceAccount(site, account)) throw refuseUnknown();
  site.tokens = site.tokens.filter((one) => one !== token);
  return { status: 204 };
}

/** Revokes one key to the organisation's API. */
export function revokeApiKey({ organisation }: Site, id: string): Answer {
  const rest = organisation.apiKeys.filter((key) => key.id !== id);
  if (rest.length === organisation.apiKeys.length) throw refuseUnknown();
  organisation.apiKeys = rest;
  return { status: 204 };
}

/** Deletes an OAuth client; the access tokens that it got stay good until they expire. */
export function deleteOauthClient(site: Site, id: string): Answer {
  const rest = site.oauthClients.filter((client) => client.id !== id);
  if (rest.length === site.oauthClients.length) throw refuseUnknown();
  site.oauthClients = rest;
  return { status: 204 };
}

/** Revokes every API token of every person. */
export function revokeEveryToken(site: Site): Answer {
  return revokeWhere(site, ({ account }) => !isServiceAccount(site, account));
}

/** Revokes every API token of one service account. */
export function revokeTokensOf(site: Site, account: AccountId): Answer {
  return revokeWhere(site, (token) => token.account === account && isServiceAccount(site, account));
}

function revokeWhere(site: Site, isMeant: (token: SiteToken) => boolean): Answer {
  site.tokens = site.tokens.filter((token) => token.kind !== "api" || !isMeant(token));
  return { status: 204 };
}

function isServiceAccount(site: Site, account: AccountId): boolean {
  return site.accounts.find(({ id }) => id === account)?.appType === "service";
}

function refuseUnknown() {
  return refuseOrganisation(404, "Not found");
}
