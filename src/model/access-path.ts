import type { Group } from "./group.js";
import type { GrantId, RoleId, SchemeId } from "./ids.js";

/** How an account is among those that a holder stands for. */
export type Way =
  | { readonly kind: "anyone" | "logged-in" | "account" | "lead" }
  | { readonly kind: "group"; readonly group: Group }
  /** Through a group that holds the role, or by holding it directly. */
  | { readonly kind: "role"; readonly role: { readonly id: RoleId; readonly name: string }; readonly group?: Group }
  | {
      readonly kind: "licence";
      readonly product: { readonly key: string; readonly name: string };
      readonly group: Group;
    }
  | IssueWay;

/** A way that is open on some issues only: those that the account reported, is assigned to, or stands in a field of. */
export type IssueWay =
  | { readonly kind: "reporter" | "assignee" }
  | { readonly kind: "userCustomField" | "groupCustomField"; readonly field: string };

/** One way by which a grant of a scheme reaches an account. */
export interface AccessPath {
  readonly scheme: { readonly id: SchemeId; readonly name: string };
  readonly grant: GrantId;
  readonly way: Way;
}

/** Whether the way is open on some issues only. */
export function isIssueWay(way: Way): way is IssueWay {
  return "field" in way || way.kind === "reporter" || way.kind === "assignee";
}
