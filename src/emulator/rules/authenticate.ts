import { refuseUnauthenticated } from "../refusal.js";
import type { Site, SiteAccount } from "../state.js";

/**
 * The account that an `Authorization` header proves, or undefined when no credentials were sent.
 * @throws Refusal with 401 when the credentials are wrong or the account is deactivated.
 */
export function authenticate(site: Site, header: string | undefined): SiteAccount | undefined {
  if (header === undefined) return undefined;
  const account = findByCredentials(site, header);
  if (account === undefined || !account.active) throw refuseUnauthenticated();
  return account;
}

/** The account that a header names, whether or not its token is right; for the request log. */
export function nameCaller(site: Site, header: string | undefined): SiteAccount | undefined {
  const [email] = readBasic(header ?? "") ?? [];
  return site.accounts.find((account) => account.email.toLowerCase() === email?.toLowerCase());
}

function findByCredentials(site: Site, header: string): SiteAccount | undefined {
  const token = readBasic(header)?.[1];
  const account = nameCaller(site, header);
  return account?.token === token ? account : undefined;
}

function readBasic(header: string): readonly [email: string, token: string] | undefined {
  const encoded = /^Basic +([A-Za-z0-9+/=]+)$/i.exec(header)?.[1];
  if (encoded === undefined) return undefined;
  const text = Buffer.from(encoded, "base64").toString();
  const colon = text.indexOf(":");
  return colon === -1 ? undefined : [text.slice(0, colon), text.slice(colon + 1)];
}
