import type { AccountId } from "./ids.js";

/** What opens a site or its organisation to a program, as the organisation's API tells of it; never the secret. */
export interface Credential {
  readonly kind: "api-token" | "api-key" | "oauth-client";
  /** What the organisation's API knows it by. */
  readonly id: string;
  readonly label: string;
  /** Absent where the API does not tell. */
  readonly owner?: CredentialOwner;
  /** Moments are ISO dates. */
  readonly created?: string;
  /** Absent for one that does not expire, or where the API does not tell. */
  readonly expires?: string;
  /** The last use; the API does not tell it of OAuth clients. */
  readonly lastUsed: string | "never" | "unknown";
  /** `all` opens all that its owner may do. */
  readonly scopes: readonly string[] | "all" | "unknown";
}

/** Whose credential it is, or who made it. */
export interface CredentialOwner {
  readonly id: AccountId;
  readonly name: string;
  readonly email?: string;
  readonly kind: "person" | "service-account";
}
