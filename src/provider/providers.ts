import type { Directory } from "../client/directory.js";
import { type DynamicProvider, defineProvider } from "./define-provider.js";
import { accessProof } from "./kinds/access-proof.js";
import { defaultRoleActors } from "./kinds/default-role-actors.js";
import { group } from "./kinds/group.js";
import { groupMember } from "./kinds/group-member.js";
import { groupMembers } from "./kinds/group-members.js";
import { holderGrants } from "./kinds/holder-grants.js";
import { permissionGrant } from "./kinds/permission-grant.js";
import { permissionScheme } from "./kinds/permission-scheme.js";
import { projectPermissionScheme } from "./kinds/project-permission-scheme.js";
import { projectRole } from "./kinds/project-role.js";
import { projectRoleActor } from "./kinds/project-role-actor.js";
import { projectRoleActors } from "./kinds/project-role-actors.js";
import { user } from "./kinds/user.js";
import { createSessionKeeper } from "./session.js";

/**
 * The providers of one run, by kind; what one of them learns about the site the others know too.
 * @param directory through which they talk to the site; opened by the engine's configuration unless given.
 */
export function createProviders(directory?: Directory) {
  const keeper = createSessionKeeper(directory);
  return {
    AccessProof: defineProvider(accessProof, keeper),
    DefaultRoleActors: defineProvider(defaultRoleActors, keeper),
    Group: defineProvider(group, keeper),
    GroupMember: defineProvider(groupMember, keeper),
    GroupMembers: defineProvider(groupMembers, keeper),
    HolderGrants: defineProvider(holderGrants, keeper),
    PermissionGrant: defineProvider(permissionGrant, keeper),
    PermissionScheme: defineProvider(permissionScheme, keeper),
    ProjectPermissionScheme: defineProvider(projectPermissionScheme, keeper),
    ProjectRole: defineProvider(projectRole, keeper),
    ProjectRoleActor: defineProvider(projectRoleActor, keeper),
    ProjectRoleActors: defineProvider(projectRoleActors, keeper),
    User: defineProvider(user, keeper),
  } as const satisfies Record<string, DynamicProvider>;
}

/** The providers of one run by kind. */
export type Providers = ReturnType<typeof createProviders>;

/** A kind of resource that this package provides. */
export type Kind = keyof Providers;

/**
 * The provider of a kind.
 * @throws Error when the state was written by a version that knew more kinds.
 */
export function providerOf(providers: Providers, kind: string): DynamicProvider {
  if (!Object.hasOwn(providers, kind)) {
    throw new Error(`this version of pulumi-jira-access has no resource ${kind}; the state was written by a newer one`);
  }
  return providers[kind as Kind];
}
