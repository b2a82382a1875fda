import type { Inputs, ResourceName } from "./drift.js";
import type { PermissionKey } from "./grant.js";
import type { Owner } from "./ownership.js";

/** What the engine would do with a resource of this package. */
export interface PlannedStep extends ResourceName {
  /** Its inputs as the site has them now; absent where it is to be made. */
  readonly before?: Inputs;
  /** Its inputs as the file asks for them; absent where it is to be taken away. */
  readonly after?: Inputs;
}

/** One entry that a run would add, take away or change. */
export interface PlannedEntry {
  readonly sign: "+" | "-" | "~";
  /** What it is, without its sign: `DELETE_ISSUES for project role "Robots"`. */
  readonly text: string;
  /** The permission that it is about; absent where it is about none. */
  readonly permission?: PermissionKey;
  /** Whether it decides about what anybody may do; descriptions do not. */
  readonly isAccess: boolean;
}

/** What a change is told under, as people look for it. */
export type ChangedKind = "scheme" | "project" | "role" | "group" | "account";

/** All that a run would change in one thing of the site. */
export interface PlannedGroup {
  readonly kind: ChangedKind;
  readonly name: string;
  readonly entries: readonly PlannedEntry[];
}

/** What one account may do in one project, or everywhere, before and after, in words. */
export interface AccessShift {
  readonly account: string;
  readonly accountId: string;
  /** A project's key; absent for global permissions. */
  readonly project?: string;
  readonly permission: PermissionKey;
  /** What the permission leads to, as the catalogue says; absent for those that apps define. */
  readonly risk?: string;
  readonly before: string;
  readonly after: string;
  /** How the access is had, or was had where it is lost. */
  readonly paths: readonly string[];
}

/** What an integration user can do on the site beside what is declared, or cannot do, before anything is applied. */
export interface ProofFinding {
  /** Its key in the stack file. */
  readonly user: string;
  /** As the proof names it: `ADMINISTER on the whole site`, `missing ADD_COMMENTS in WEB`. */
  readonly what: string;
  /** What gives it, or why it is missing; empty where nobody knows. */
  readonly why: string;
}

/** What a policy objects to in what a stack declares. */
export interface PolicyViolation {
  readonly policy: string;
  /** As the policy grades itself; absent where it does not. */
  readonly severity?: string;
  /** Whether the engine refuses to apply the stack. */
  readonly isMandatory: boolean;
  readonly message: string;
  /** The resource that it is about; absent where it is about none. */
  readonly resource?: ResourceName;
  /** Where the stack file declares that; line and column count from 1. */
  readonly place?: { readonly file: string; readonly line: number; readonly column: number };
}

/** What applying a stack would change, and who gains and loses what by that. */
export interface AccessPreview {
  /** The mark of the stack, as in `jira-access/production`. */
  readonly owner: Owner;
  /** The stack's name alone. */
  readonly stack: string;
  readonly changes: readonly PlannedGroup[];
  readonly gains: readonly AccessShift[];
  readonly losses: readonly AccessShift[];
  /** What only the site will tell. */
  readonly unclear: readonly AccessShift[];
  /** How many resources the stack gives up; what that gives and takes is not among gains and losses. */
  readonly givenUp: number;
  readonly proof: readonly ProofFinding[];
  /** Absent where no policies were asked. */
  readonly violations?: readonly PolicyViolation[];
}

/** Whether a preview tells of any change of access. */
export function changesAccess({ changes, gains, losses, unclear }: AccessPreview): boolean {
  const shifts = gains.length + losses.length + unclear.length;
  return shifts > 0 || changes.some(({ entries }) => entries.some(({ isAccess }) => isAccess));
}

/** Whether a preview has anything to tell to those who want to hear of changes of access and of violations alone. */
export function isWorthTelling(preview: AccessPreview): boolean {
  return changesAccess(preview) || (preview.violations ?? []).length > 0;
}

/** What a preview says that somebody gains or may gain. */
export function possibleGains({ gains, unclear }: Pick<AccessPreview, "gains" | "unclear">): readonly AccessShift[] {
  return [...gains, ...unclear.filter(({ before, after }) => before !== "allowed" && after !== "denied")];
}
