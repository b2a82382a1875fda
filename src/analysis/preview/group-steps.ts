import type { ChangedKind, PlannedGroup, PlannedStep } from "../../model/preview.js";
import { describeStep } from "./describe-step.js";

const kindsInOrder: readonly ChangedKind[] = ["scheme", "project", "role", "group", "account"];

/** What steps of the engine change, told by the scheme, project, role, group or account that they change, in that order. */
export function groupSteps(steps: readonly PlannedStep[]): readonly PlannedGroup[] {
  const groups = new Map<string, PlannedGroup>();
  for (const step of steps) {
    const { kind, name } = subjectOf(step);
    if (kind === undefined) continue;
    const key = `${kindsInOrder.indexOf(kind)} ${name}`;
    const entries = [...(groups.get(key)?.entries ?? []), ...describeStep(step)];
    if (entries.length > 0) groups.set(key, { kind, name, entries });
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group);
}

/** What each kind of resource changes, and which of its inputs names that. */
const subjects: Readonly<Record<string, readonly [ChangedKind, string]>> = {
  PermissionScheme: ["scheme", "name"],
  HolderGrants: ["scheme", "scheme"],
  PermissionGrant: ["scheme", "scheme"],
  ProjectPermissionScheme: ["project", "project"],
  ProjectRoleActors: ["project", "project"],
  ProjectRoleActor: ["project", "project"],
  ProjectRole: ["role", "name"],
  DefaultRoleActors: ["role", "role"],
  Group: ["group", "name"],
  GroupMembers: ["group", "group"],
  GroupMember: ["group", "group"],
  User: ["account", "email"],
};

function subjectOf({ kind, name, before, after }: PlannedStep): { kind?: ChangedKind; name: string } {
  const [changed, property = ""] = subjects[kind] ?? [];
  const value = (after ?? before)?.[property];
  return { ...(changed && { kind: changed }), name: typeof value === "string" ? value : name };
}
