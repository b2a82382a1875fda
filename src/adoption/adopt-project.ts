import type { FoundAccess, FoundProject } from "../model/found-access.js";
import type { RoleId, SchemeId } from "../model/ids.js";
import { appRoleName } from "../model/project-role.js";
import type { RoleActors } from "../model/role-actors.js";
import { nameFault, projectKeyFault } from "../stack/schema/text-rules.js";
import { accountObstacle, accountText } from "./account-text.js";
import type { AdoptedScheme } from "./adopt-scheme.js";
import type { Remark } from "./remark.js";
import { roleObstacle } from "./role-obstacle.js";

/** A project as an entry of `projects`; without `entry` nothing is said of it. */
export interface AdoptedProject {
  readonly key: string;
  readonly entry?: Readonly<Record<string, unknown>>;
  readonly remarks: readonly Remark[];
}

/** The entry that says which scheme a project uses and who holds its roles. */
export function adoptProject(
  found: FoundAccess,
  { key, scheme, actors }: FoundProject,
  schemes: ReadonlyMap<SchemeId, AdoptedScheme>,
): AdoptedProject {
  const obstacle = projectKeyFault(key);
  if (obstacle !== undefined) return { key, remarks: [{ origin: ["projects"], text: obstacle, leftOut: true }] };
  const origin = ["projects", key];
  const roles = [...actors].flatMap(([role, people]) => adoptList(found, role, people));
  const listed = roles.flatMap(({ name, list }) => (list === undefined ? [] : [[name, list] as const]));
  const blocked = roles.flatMap(({ name, why }) => (why === undefined ? [] : `${name} (${why})`));
  return {
    key,
    entry: {
      ...reference(schemes.get(scheme)),
      ...(listed.length === 0 ? {} : { roles: Object.fromEntries(listed) }),
    },
    remarks:
      blocked.length === 0
        ? []
        : [{ origin, text: `who holds these roles stays the site's: ${blocked.join(", ")}`, leftOut: true }],
  };
}

function reference(scheme: AdoptedScheme | undefined): object {
  if (scheme === undefined) return {};
  if (scheme.entry !== undefined) return { permissionScheme: scheme.key };
  return nameFault(scheme.name) === undefined ? { permissionScheme: { site: scheme.name } } : {};
}

interface AdoptedList {
  readonly name: string;
  readonly list?: { readonly users?: readonly string[]; readonly groups?: readonly string[] };
  readonly why?: string;
}

function adoptList(found: FoundAccess, role: RoleId, { users, groups }: RoleActors): AdoptedList[] {
  const name = found.roles.find(({ id }) => id === role)?.name ?? role;
  if (name === appRoleName) return [];
  const obstacles = [
    roleObstacle(found.roles, role),
    ...users.map(({ id }) => accountObstacle(found.accounts, id)),
    ...groups.map((group) => nameFault(group.name)),
  ];
  const why = obstacles.find((obstacle) => obstacle !== undefined);
  if (why !== undefined) return [{ name, why }];
  const people = users.map(({ id }) => accountText(found.accounts, id)).sort();
  const teams = groups.map((group) => group.name).sort();
  const list = { ...(people.length === 0 ? {} : { users: people }), ...(teams.length === 0 ? {} : { groups: teams }) };
  return [{ name, list }];
}
