import { z } from "zod";
import type { DesiredAccess, DesiredScheme } from "../../../src/model/desired-access.js";
import { parseHolder } from "../../../src/model/holder.js";
import type { Declared } from "../../helpers/stack-step.js";

const list = z.array(z.string());
const inputs = z.object({
  name: z.string().default(""),
  grants: z.record(z.string(), list).exactOptional(),
  group: z.string().default(""),
  users: list.default([]),
  groups: list.default([]),
  scheme: z.string().default(""),
  holder: z.string().default("reporter"),
  permissions: list.default([]),
  project: z.string().default(""),
  role: z.string().default(""),
});

/** What resources declare, as a stack file would ask for it; schemes are known by their names. */
export function desiredOf(declared: readonly Declared[]): DesiredAccess {
  const of = (kind: string) =>
    declared.flatMap((one) => (one.kind === kind ? { key: one.name, ...inputs.parse(one.inputs) } : []));
  const origin: readonly string[] = [];
  const members = new Map(of("GroupMembers").map(({ group, users }) => [group, users]));
  const schemes = of("PermissionScheme").map(({ key, name, grants }) => ({
    ...{ origin, key, name, description: "" },
    ...(grants === undefined ? {} : { grants: toGrants(grants) }),
  }));
  const reference = (name: string) => {
    const scheme = schemes.find((one) => one.name === name);
    return scheme === undefined ? { site: name } : { declared: scheme.key };
  };
  return {
    projects: [],
    integrationUsers: [],
    groups: of("Group").map(({ key, name }) => {
      const listed = members.get(name);
      return { origin, key, name, ...(listed === undefined ? {} : { members: listed }) };
    }),
    schemes,
    roles: of("ProjectRole").map(({ key, name }) => ({ origin, key, name, description: "" })),
    holderGrants: of("HolderGrants").map(({ key, scheme, holder, permissions }) => ({
      ...{ origin, key, permissions },
      scheme: reference(scheme),
      holder: parseHolder(holder),
    })),
    associations: of("ProjectPermissionScheme").map(({ project, scheme }) => ({
      origin,
      project,
      scheme: reference(scheme),
    })),
    actors: of("ProjectRoleActors").map(({ project, role, users, groups }) => ({
      ...{ origin, project, role, users, groups },
    })),
  };
}

function toGrants(map: Readonly<Record<string, readonly string[]>>): NonNullable<DesiredScheme["grants"]> {
  return Object.entries(map).flatMap(([permission, holders]) =>
    holders.map((holder) => ({ origin: [], permission, holder: parseHolder(holder) })),
  );
}
