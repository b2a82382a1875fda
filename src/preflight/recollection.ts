import { z } from "zod";
import type { DeclaredGrants } from "../analysis/brakes/grant-removals.js";
import type { DeclaredPeople } from "../analysis/brakes/people-removals.js";
import type { RoleId } from "../model/ids.js";
import { typePrefix } from "../model/resource-type.js";

/** What the stack's own state says that its last run declared, by the names of its resources. */
export interface Recollection {
  readonly schemes: ReadonlyMap<string, DeclaredGrants & { readonly name: string }>;
  readonly roleIds: ReadonlyMap<string, RoleId>;
  /** All who were to hold a role in a project, by `PROJECT/ROLE`. */
  readonly actors: ReadonlyMap<string, DeclaredPeople>;
  readonly members: ReadonlyMap<string, DeclaredPeople>;
}

const ids = z.record(z.string(), z.string());
const grants = z.record(z.string(), z.record(z.string(), z.literal(true)));
const scheme = z
  .object({ name: z.string(), holderIds: ids, grants: grants.default({}), declared: grants.optional() })
  .transform(({ declared, ...outputs }) => ({ ...outputs, grants: declared ?? outputs.grants }));
const role = z.object({ roleId: z.string() }).transform(({ roleId }): RoleId => roleId);
const actors = z.object({ userIds: ids, groupIds: ids });
const members = z.object({ userIds: ids });
const resources = z.record(z.string(), z.object({ outputs: z.unknown() }));

/**
 * The recollection in a state.
 * @param state what the engine gives of each resource, by URN; what is not this package's is passed over.
 */
export function recollect(state: unknown): Recollection {
  const all = Object.entries(resources.catch({}).parse(state));
  const outputsOf = <T>(kind: string, schema: z.ZodType<T>): ReadonlyMap<string, T> =>
    new Map(
      all.flatMap(([urn, { outputs }]) => {
        const name = urn.split(`::${typePrefix}${kind}::`)[1];
        const read = schema.safeParse(outputs);
        return name === undefined || !read.success ? [] : [[name, read.data]];
      }),
    );
  return {
    schemes: outputsOf("PermissionScheme", scheme),
    roleIds: outputsOf("ProjectRole", role),
    actors: outputsOf("ProjectRoleActors", actors),
    members: outputsOf("GroupMembers", members),
  };
}
