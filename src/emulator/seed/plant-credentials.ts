import type { AccountId } from "../../model/ids.js";
import { addAccessToken, addApiToken } from "../rules/callers/add-token.js";
import { plantedAt, toIsoTime } from "../rules/clock.js";
import { toToken, toUuid } from "../rules/new-names.js";
import type { SiteToken } from "../state/credential-state.js";
import type { Site } from "../state/state.js";
import { accountIdOf } from "./find-seeded.js";
import type { FullSeed, SeedCredential } from "./seed.js";

/** Puts the tokens, OAuth clients and API keys of a seed on a site that has its accounts. */
export function plantCredentials(site: Site, seed: FullSeed): void {
  for (const { email, token, appType, tokens } of seed.accounts) {
    const account = accountIdOf(site, email);
    if (appType !== "service") addApiToken(site, { account, secret: token ?? toToken(email), ...toKnown({}) });
    for (const { token, scopes, ...rest } of tokens) {
      const limits = scopes === undefined ? {} : { scopes };
      addApiToken(site, { account, secret: token, ...limits, ...toKnown(rest) });
    }
  }
  for (const { token, account, scopes } of seed.accessTokens) {
    addAccessToken(site, { secret: token, account: accountIdOf(site, account), scopes, ...toKnown({}) });
  }
  for (const { account, id, secret, scopes, ...rest } of seed.oauthClients) {
    const given = { label: id, ...toKnown(rest) };
    site.oauthClients.push({ id, secret, account: accountIdOf(site, account), scopes, ...given });
  }
  for (const { key, createdBy, scopes, ...rest } of seed.apiKeys) {
    const given = { label: "emulator", ...toKnown(rest) };
    const id = toUuid(`key ${site.organisation.apiKeys.length}`);
    const creator = createdBy === undefined ? firstAccount(site) : accountIdOf(site, createdBy);
    const limits = scopes === undefined ? {} : { scopes };
    site.organisation.apiKeys.push({ id, secret: key, createdBy: creator, ...limits, ...given });
  }
}

function toKnown({ label, created = plantedAt, lastActive, expires }: SeedCredential) {
  return {
    ...(label === undefined ? {} : { label }),
    created: toIsoTime(created),
    ...(lastActive === undefined ? {} : { lastActive: toIsoTime(lastActive) }),
    ...(expires === undefined ? {} : { expires: Date.parse(expires) }),
  } satisfies Partial<SiteToken>;
}

function firstAccount(site: Site): AccountId {
  return site.accounts[0]?.id ?? "";
}
