import type { DesiredAccess, Origin, SchemeReference } from "../../model/desired-access.js";
import type { Owner } from "../../model/ownership.js";
import {
  actorsArgs,
  actorsName,
  associationArgs,
  groupArgs,
  holderGrantsArgs,
  memberArgs,
  proofArgs,
  proofName,
  roleArgs,
  schemeArgs,
} from "./stack-args.js";

/** A resource that a stack file has the program declare. */
export interface PlannedResource {
  readonly kind: string;
  readonly name: string;
  /** The name that it had in an earlier version of the file. */
  readonly formerly?: string;
  /** As they are handed to the engine; providers bring them into the form that is kept. */
  readonly inputs: Readonly<Record<string, unknown>>;
  /** Where the stack file asks for it. */
  readonly origin: Origin;
}

/** The resources that `declareStack` declares for the same desired access, known without an engine. */
export function planStack(desired: DesiredAccess, owner: Owner): readonly PlannedResource[] {
  const nameOf = (reference: SchemeReference) =>
    "site" in reference
      ? reference.site
      : (desired.schemes.find(({ key }) => key === reference.declared)?.name ?? reference.declared);
  const users = desired.integrationUsers;
  return [
    ...desired.roles.map((role) => plan("ProjectRole", role, role.key, { ...roleArgs(role), owner })),
    ...desired.groups.flatMap((group) => {
      const members = memberArgs(group, group.name);
      return [
        plan("Group", group, group.key, groupArgs(group)),
        ...(members === undefined ? [] : [plan("GroupMembers", group, group.key, members)]),
      ];
    }),
    ...desired.schemes.map((one) => plan("PermissionScheme", one, one.key, { ...schemeArgs(one, desired), owner })),
    ...desired.holderGrants.map((one) => plan("HolderGrants", one, one.key, holderGrantsArgs(one, nameOf(one.scheme)))),
    ...desired.actors.map((list) => plan("ProjectRoleActors", list, actorsName(list), actorsArgs(list))),
    ...desired.associations.map((one) => {
      const args = associationArgs(one, nameOf(one.scheme), desired);
      return plan("ProjectPermissionScheme", one, one.project, args);
    }),
    ...(users.length === 0 ? [] : [plan("AccessProof", { origin: ["integrationUsers"] }, proofName, proofArgs(users))]),
  ];
}

function plan(
  kind: string,
  { origin, formerly }: { readonly origin: Origin; readonly formerly?: string },
  name: string,
  inputs: PlannedResource["inputs"],
): PlannedResource {
  return { kind, name, origin, inputs, ...(formerly === undefined ? {} : { formerly }) };
}
