import type { PermissionKey } from "./grant.js";
import type { Group } from "./group.js";
import type { GrantId, ProjectId, RoleId, SchemeId } from "./ids.js";
import type { IdentifiedHolder } from "./site-access.js";

interface RoleInProject {
  readonly project: { readonly id: ProjectId; readonly key: string };
  readonly role: { readonly id: RoleId; readonly name: string };
}

interface GrantInScheme extends IdentifiedHolder {
  readonly scheme: { readonly id: SchemeId; readonly name: string };
  readonly permission: PermissionKey;
}

/** One thing that somebody could do on a site to give access to an account or to take it away. */
export type Remedy =
  | { readonly kind: "activate" }
  | { readonly kind: "join-group" | "leave-group"; readonly group: Group }
  | ({ readonly kind: "join-role" | "leave-role" } & RoleInProject)
  | ({ readonly kind: "take-group-out-of-role"; readonly group: Group } & RoleInProject)
  | ({ readonly kind: "change-lead" } & Pick<RoleInProject, "project">)
  | ({ readonly kind: "add-grant" } & GrantInScheme)
  | ({ readonly kind: "remove-grant"; readonly grant: GrantId } & GrantInScheme);

/** Whether others than the account may feel the change. */
export function touchesOthers({ kind }: Remedy): boolean {
  return kind === "add-grant" || kind === "remove-grant" || kind === "take-group-out-of-role" || kind === "change-lead";
}
