import type { AccountId } from "../../model/ids.js";

/** What the organisation's API tells of a credential; moments are in Jira's form of an ISO date. */
interface Credential {
  /** What the organisation's API knows it by; nothing opens with it. */
  id: string;
  label: string;
  created: string;
  /** Absent for one that was never used. */
  lastActive?: string;
}

/**
 * A token of an account: an API token, which goes with the account's e-mail or, with scopes, alone; or an access token,
 * which goes alone. Tokens with scopes are good at the gateway only.
 */
export interface SiteToken extends Credential {
  kind: "api" | "access";
  secret: string;
  account: AccountId;
  /** Absent for a token that may do all that its account may. */
  scopes?: string[];
  /** The moment, in milliseconds, from which it is good for nothing. */
  expires?: number;
}

/** A program that gets access tokens for an account by an id and a secret. */
export interface OauthClient extends Credential {
  secret: string;
  account: AccountId;
  scopes: string[];
}

/** A key to the organisation's API; without scopes it opens all of it. */
interface ApiKey extends Credential {
  secret: string;
  createdBy: AccountId;
  scopes?: string[];
  /** The moment, in milliseconds, from which it is good for nothing. */
  expires?: number;
}

/** The organisation that the site belongs to. */
export interface Organisation {
  id: string;
  apiKeys: ApiKey[];
}
