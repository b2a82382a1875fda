import type { PermissionKey } from "./grant.js";

/** A permission in one place that an account has although it must not, or lacks although it should have it. */
export interface AccessDifference {
  /** `extra` and `missing` are findings; a `note` is told and is none. */
  readonly kind: "extra" | "missing" | "note";
  readonly permission: PermissionKey;
  /** The project's key; absent for a global permission. */
  readonly project?: string;
}

/** The same difference in every project where it has the same reason. */
export interface AccessFinding {
  readonly kind: AccessDifference["kind"];
  readonly permission: PermissionKey;
  /** The projects' keys; none for a global permission. */
  readonly projects: readonly string[];
  /** What gives the permission, or why it is missing, as the end of a sentence; absent where nobody looked. */
  readonly why?: string;
}

/** What one integration user may really do, held against what is declared. */
export interface AccountProof {
  /** Its key in the stack file. */
  readonly user: string;
  /** The account as the file names it. */
  readonly account: string;
  readonly findings: readonly AccessFinding[];
  /** What it may do elsewhere, and what it may do on some issues only. */
  readonly notes: readonly AccessFinding[];
}
