import { accessProof } from "./access-proof.js";
import { defaultRoleActors } from "./default-role-actors.js";
import { type DynamicProvider, defineProvider } from "./define-provider.js";
import { group } from "./group.js";
import { groupMember } from "./group-member.js";
import { groupMembers } from "./group-members.js";
import { holderGrants } from "./holder-grants.js";
import { permissionGrant } from "./permission-grant.js";
import { permissionScheme } from "./permission-scheme.js";
import { projectPermissionScheme } from "./project-permission-scheme.js";
import { projectRole } from "./project-role.js";
import { projectRoleActor } from "./project-role-actor.js";
import { projectRoleActors } from "./project-role-actors.js";
import { user } from "./user.js";

const providers = {
  AccessProof: defineProvider(accessProof),
  DefaultRoleActors: defineProvider(defaultRoleActors),
  Group: defineProvider(group),
  GroupMember: defineProvider(groupMember),
  GroupMembers: defineProvider(groupMembers),
  HolderGrants: defineProvider(holderGrants),
  PermissionGrant: defineProvider(permissionGrant),
  PermissionScheme: defineProvider(permissionScheme),
  ProjectPermissionScheme: defineProvider(projectPermissionScheme),
  ProjectRole: defineProvider(projectRole),
  ProjectRoleActor: defineProvider(projectRoleActor),
  ProjectRoleActors: defineProvider(projectRoleActors),
  User: defineProvider(user),
} as const satisfies Record<string, DynamicProvider>;

/** A kind of resource that this package provides. */
export type Kind = keyof typeof providers;

/**
 * The provider of a kind. Every state ever written calls this function by this name: it may grow, but never change.
 * @throws Error when the state was written by a version that knew more kinds.
 */
export function provider(kind: string): DynamicProvider {
  if (!Object.hasOwn(providers, kind)) {
    throw new Error(`this version of pulumi-jira-access has no resource ${kind}; the state was written by a newer one`);
  }
  return providers[kind as Kind];
}
