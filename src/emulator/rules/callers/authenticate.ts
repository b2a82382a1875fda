import { Refusal, refuseUnauthenticated } from "../../refusal.js";
import type { SiteToken } from "../../state/credential-state.js";
import type { Site, SiteAccount } from "../../state/state.js";
import { toIsoTime } from "../clock.js";

/** By which way a request comes: straight to the site, or through the gateway to it. */
export type Door = "site" | "gateway";

/** Who makes a request, and what the token that proves it is limited to. */
export interface Caller {
  readonly account: SiteAccount;
  /** Absent for a token that may do all that its account may. */
  readonly scopes?: readonly string[];
}

/**
 * The caller that an `Authorization` header proves, or undefined when no credentials were sent.
 * @throws Refusal with 401 when the credentials are wrong or the account is deactivated.
 */
export function authenticate(site: Site, header: string | undefined, door: Door): Caller | undefined {
  if (header === undefined) return undefined;
  const proof = findProof(site, header, door);
  if (proof?.account.active) {
    const { account, token } = proof;
    token.lastActive = toIsoTime();
    return { account, ...(token.scopes === undefined ? {} : { scopes: token.scopes }) };
  }
  throw door === "gateway" && readBearer(header) !== undefined
    ? new Refusal(401, { code: 401, message: "Unauthorized" })
    : refuseUnauthenticated();
}

/** The account that a header names, whether or not its token is right; for the request log. */
export function nameCaller(site: Site, header = ""): SiteAccount | undefined {
  const bearer = readBearer(header);
  const token = bearer === undefined ? undefined : site.tokens.find(({ secret }) => secret === bearer);
  if (token !== undefined) return site.accounts.find(({ id }) => id === token.account);
  const [email] = readBasic(header) ?? [];
  return site.accounts.find((account) => account.email.toLowerCase() === email?.toLowerCase());
}

function findProof(site: Site, header: string, door: Door): { account: SiteAccount; token: SiteToken } | undefined {
  const account = nameCaller(site, header);
  const secret = readBearer(header) ?? readBasic(header)?.[1];
  const token = site.tokens.find((token) => token.secret === secret && token.account === account?.id);
  return account && token && isValid(token, header, door) ? { account, token } : undefined;
}

/** Tokens without scopes go with the account's e-mail through both doors, those with scopes through the gateway only. */
function isValid({ kind, scopes, expires = Number.POSITIVE_INFINITY }: SiteToken, header: string, door: Door): boolean {
  if (Date.now() >= expires) return false;
  if (scopes === undefined) return readBearer(header) === undefined;
  return door === "gateway" && (kind === "api" || readBearer(header) !== undefined);
}

/** The token of an `Authorization` header that carries it alone. */
export function readBearer(header: string): string | undefined {
  return /^Bearer +(\S+)$/i.exec(header)?.[1];
}

function readBasic(header: string): readonly [email: string, token: string] | undefined {
  const encoded = /^Basic +([A-Za-z0-9+/=]+)$/i.exec(header)?.[1];
  if (encoded === undefined) return undefined;
  const text = Buffer.from(encoded, "base64").toString();
  const colon = text.indexOf(":");
  return colon === -1 ? undefined : [text.slice(0, colon), text.slice(colon + 1)];
}
