import type { AccountId, GroupId } from "./ids.js";

/** Who holds one role in one project: people by account, and groups. */
export interface RoleActors {
  readonly users: readonly { readonly id: AccountId; readonly name: string }[];
  readonly groups: readonly { readonly id: GroupId; readonly name: string }[];
}
