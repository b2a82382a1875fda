import type { AccountId } from "../../model/ids.js";
import { toIsoTime } from "../rules/clock.js";
import type { SiteToken } from "../state/credential-state.js";
import type { Site, SiteAccount } from "../state/state.js";

/** The API tokens of people, or of service accounts, or of one of these. */
export function listApiTokens(site: Site, whose: "people" | "service accounts" | AccountId): unknown[] {
  return site.tokens.flatMap((token) => {
    const owner = site.accounts.find(({ id }) => id === token.account);
    const kind = owner?.appType === "service" ? "service accounts" : "people";
    const isMeant = owner !== undefined && (whose === kind || whose === owner.id);
    return isMeant && token.kind === "api" ? [toApiToken(site, token, owner)] : [];
  });
}

/** The OAuth clients of the organisation, or of one service account. */
export function listOauthClients(site: Site, owner?: AccountId): unknown[] {
  return site.oauthClients
    .filter(({ account }) => owner === undefined || account === owner)
    .map(({ id, label, created, scopes }) => ({
      clientId: id,
      name: label,
      createdAt: Date.parse(created),
      updatedAt: Date.parse(created),
      status: "ACTIVE",
      ...(owner === undefined ? {} : { scopes }),
    }));
}

/** The keys to the organisation's API. */
export function listApiKeys(site: Site): unknown[] {
  return site.organisation.apiKeys.map(({ id, label, created, lastActive, expires, createdBy, scopes }) => ({
    id,
    label,
    createdAt: created,
    ...(expires === undefined ? {} : { expiresAt: toIsoTime(expires) }),
    ...(lastActive === undefined ? {} : { lastActiveAt: lastActive }),
    orgId: site.organisation.id,
    createdBy: toOwner(site.accounts.find((account) => account.id === createdBy)),
    scopes: scopes ?? [],
  }));
}

/** The service accounts of the organisation. */
export function listServiceAccounts(site: Site): unknown[] {
  return site.accounts.filter(({ appType }) => appType === "service").map(toOwner);
}

function toApiToken(site: Site, token: SiteToken, owner: SiteAccount): unknown {
  const { id, label, created, lastActive, expires, scopes } = token;
  return {
    id,
    label,
    status: "ALLOWED",
    createdAt: created,
    ...(expires === undefined ? {} : { expiresAt: toIsoTime(expires) }),
    ...(lastActive === undefined ? {} : { lastActiveAt: lastActive }),
    user: { ...toOwner(owner), orgId: site.organisation.id },
    scopes: scopes ?? [],
  };
}

function toOwner(account: SiteAccount | undefined) {
  return { id: account?.id ?? "", name: account?.displayName ?? "", email: account?.email ?? "" };
}
