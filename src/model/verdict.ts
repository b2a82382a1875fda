import type { AccessPath, IssueWay } from "./access-path.js";
import type { PermissionKey } from "./grant.js";
import type { RoleId } from "./ids.js";

/**
 * Whether an account has a permission in a project. `paths` are all grants of the permission itself that reach the
 * account, also where the verdict is that they give nothing.
 */
export type Verdict = { readonly paths: readonly AccessPath[] } & (
  | { readonly outcome: "allowed" }
  /** On issues that meet every condition. */
  | { readonly outcome: "conditional"; readonly conditions: readonly Condition[] }
  | { readonly outcome: "denied"; readonly missing: readonly Missing[] }
  | { readonly outcome: "unknown"; readonly why: Unknown }
);

/** A permission, the one that was asked for or one that it needs, that is held on some issues only: by any of the ways. */
export interface Condition {
  readonly permission: PermissionKey;
  readonly anyOf: readonly IssueWay[];
}

/** What it would take: access to Jira at all, or a grant of a permission, the one asked for or one that it needs. */
export type Missing =
  | { readonly kind: "access"; readonly reason: "inactive" | "unlicensed" }
  | { readonly kind: "grant"; readonly permission: PermissionKey };

/**
 * Why the model cannot tell: team-managed projects have rules of their own that no operation of Jira shows; a stack file
 * does not say what the site alone knows; the rest was not read.
 */
export type Unknown =
  | { readonly kind: "team-managed" | "site-alone" | "account" | "project" | "scheme" | "global-permissions" }
  | { readonly kind: "roles"; readonly roles: readonly RoleId[] };

/** Whether an account has a global permission, as the site itself said. */
export type GlobalVerdict =
  | { readonly outcome: "allowed" }
  | { readonly outcome: "denied"; readonly missing: readonly Missing[] }
  | { readonly outcome: "unknown"; readonly why: Unknown };
