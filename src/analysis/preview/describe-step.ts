import type { EntryChange, Inputs } from "../../model/drift.js";
import { describeHolder, parseHolder } from "../../model/holder.js";
import type { PlannedEntry, PlannedStep } from "../../model/preview.js";
import { compareInputs } from "../drift/compare-inputs.js";

/** Inputs that name what a resource is about; where they stay, they say nothing. */
const naming: Readonly<Record<string, readonly string[]>> = {
  HolderGrants: ["scheme", "holder"],
  PermissionGrant: ["scheme", "holder"],
  ProjectPermissionScheme: ["project"],
  ProjectRoleActors: ["project", "role"],
  ProjectRoleActor: ["project", "role"],
  DefaultRoleActors: ["role"],
  GroupMembers: ["group"],
  GroupMember: ["group"],
};

/** Inputs that decide about nobody's access: words for people, and how this project treats an object. */
const harmless = new Set(["name", "description", "deleteAdopted", "removeOnDestroy", "swapWith"]);

/** Things that are told of when they are made or go, beside what is in them. */
const things: Readonly<Record<string, string>> = {
  PermissionScheme: "the scheme itself",
  ProjectRole: "the role itself",
  Group: "the group itself",
  User: "the account itself",
};

/** What a step adds, takes away and changes, entry by entry, in the order of their names. */
export function describeStep(step: PlannedStep): readonly PlannedEntry[] {
  const { kind, before, after } = step;
  const isWhole = before === undefined || after === undefined;
  const hidden = new Set([
    "owner",
    ...(isWhole ? ["name", "description", "email", "adopt", ...(naming[kind] ?? [])] : []),
  ]);
  const changes = compareInputs(before ?? {}, after ?? {}).filter(
    ({ path, from, to }) => !hidden.has(`${path[0]}`) && !isEmpty(from) && !isEmpty(to),
  );
  return [...describeThing(step), ...changes.flatMap((change) => describeChange(step, change))];
}

function describeThing({ kind, before, after }: PlannedStep): readonly PlannedEntry[] {
  const thing = things[kind];
  if (thing === undefined || (before !== undefined && after !== undefined)) return [];
  if (after === undefined) return [{ sign: "-", text: thing, isAccess: true }];
  const taken = after.adopt === true ? `${thing}, taken over as the site has it` : thing;
  return [{ sign: "+", text: taken, isAccess: true }];
}

function describeChange({ kind, before, after }: PlannedStep, change: EntryChange): readonly PlannedEntry[] {
  const { path, from, to } = change;
  const [property = "", ...rest] = path;
  const inputs = after ?? before ?? {};
  const sign = from === undefined ? "+" : to === undefined ? "-" : "~";
  const permission = permissionOf(kind, property, rest, inputs);
  if (permission !== undefined) {
    const holder = property === "grants" ? (rest[1] ?? "") : `${inputs.holder}`;
    return [{ sign, text: `${permission} for ${nameHolder(holder)}`, permission, isAccess: true }];
  }
  const role = kind.startsWith("ProjectRoleActor") ? ` in role ${JSON.stringify(inputs.role)}` : "";
  const what = wordFor(property);
  if (what !== undefined && sign !== "~") {
    const who = rest.length > 0 ? rest.join(".") : (to ?? from);
    return [{ sign, text: `${what} ${JSON.stringify(who)}${role}`, isAccess: true }];
  }
  return [{ sign, text: `${path.join(" ")}${role} ${valueText(change)}`, isAccess: !harmless.has(property) }];
}

function permissionOf(kind: string, property: string, rest: readonly string[], inputs: Inputs): string | undefined {
  if (property === "grants" || (kind === "HolderGrants" && property === "permissions")) return rest[0];
  return kind === "PermissionGrant" && property === "permission" ? `${inputs.permission}` : undefined;
}

function wordFor(property: string): string | undefined {
  return { user: "account", users: "account", group: "group", groups: "group", products: "product" }[property];
}

function nameHolder(text: string): string {
  try {
    return describeHolder(parseHolder(text));
  } catch {
    return text;
  }
}

function valueText({ from, to }: EntryChange): string {
  return [from, to]
    .filter((value) => value !== undefined)
    .map((value) => JSON.stringify(value))
    .join(" → ");
}

/** Whether a value is a map without entries, which stands for none. */
function isEmpty(value: unknown): boolean {
  return typeof value === "object" && value !== null && Object.keys(value).length === 0;
}
