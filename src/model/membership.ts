import type { Group } from "./group.js";
import type { RoleId } from "./ids.js";

/** A group, or a role in a project by its key, that somebody is in. */
export type Membership =
  | { readonly kind: "group"; readonly group: Group }
  | { readonly kind: "role"; readonly role: { readonly id: RoleId; readonly name: string }; readonly project: string };
