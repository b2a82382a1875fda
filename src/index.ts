export { JiraError, StackError } from "./errors.js";
export { AccessProof, type AccessProofArgs, type ProvenAccountArgs } from "./resources/access-proof.js";
export { DefaultRoleActors, type DefaultRoleActorsArgs } from "./resources/default-role-actors.js";
export { Group, type GroupArgs } from "./resources/group.js";
export { GroupMember, type GroupMemberArgs } from "./resources/group-member.js";
export { GroupMembers, type GroupMembersArgs } from "./resources/group-members.js";
export { HolderGrants, type HolderGrantsArgs } from "./resources/holder-grants.js";
export type { HolderInput } from "./resources/holder-input.js";
export { IntegrationUser, type IntegrationUserArgs } from "./resources/integration-user.js";
export { PermissionGrant, type PermissionGrantArgs } from "./resources/permission-grant.js";
export { PermissionScheme, type PermissionSchemeArgs } from "./resources/permission-scheme.js";
export {
  ProjectPermissionScheme,
  type ProjectPermissionSchemeArgs,
} from "./resources/project-permission-scheme.js";
export { ProjectRole, type ProjectRoleArgs } from "./resources/project-role.js";
export { ProjectRoleActor, type ProjectRoleActorArgs } from "./resources/project-role-actor.js";
export { ProjectRoleActors, type ProjectRoleActorsArgs } from "./resources/project-role-actors.js";
export { declareStack } from "./resources/stack/declare-stack.js";
export { type Product, User, type UserArgs } from "./resources/user.js";
