import { administratorsIn } from "../analysis/brakes/administrators.js";
import type { Site } from "../live/observe-site.js";
import {
  type Allowance,
  type DesiredAccess,
  type DesiredActors,
  type DesiredAssociation,
  type DesiredScheme,
  isSameScheme,
  type SchemeReference,
} from "../model/desired-access.js";
import type { Holder } from "../model/holder.js";
import type { PermissionScheme } from "../model/permission-scheme.js";

/** Who is to administer one project, as far as the file and the site say. */
export interface Administration {
  readonly project: string;
  /** The scheme, where this file lists all its grants. */
  readonly listed?: DesiredScheme;
  readonly holders: readonly Holder[];
  readonly allow?: Allowance;
}

/** Who is to administer each project whose scheme is known from the file or was looked up. */
export function administrations(desired: DesiredAccess, site: Site): readonly Administration[] {
  const associated = new Set(desired.associations.map(({ project }) => project));
  const found = [...site.schemeOf]
    .filter(([project]) => !associated.has(project))
    .map(([project, name]) => ({ project, scheme: referenceTo(desired, name) }));
  return [...desired.associations, ...found].flatMap((one) => administrationOf(desired, site, one) ?? []);
}

function administrationOf(
  desired: DesiredAccess,
  site: Site,
  { project, scheme, allow }: Pick<DesiredAssociation, "project" | "scheme" | "allow">,
): Administration | undefined {
  const braked = allow === undefined ? { project } : { project, allow };
  const declared = "declared" in scheme ? desired.schemes.find(({ key }) => key === scheme.declared) : undefined;
  if (declared?.grants !== undefined) {
    return { ...braked, listed: declared, holders: administratorsIn(declared.grants) };
  }
  const onSite = schemeNamed(site, "site" in scheme ? scheme.site : (declared?.name ?? scheme.declared));
  if (onSite === undefined) return undefined;
  const added = desired.holderGrants.filter((one) => isSameScheme(one.scheme, scheme)).flatMap(toGrants);
  return { ...braked, holders: administratorsIn([...onSite.grants, ...added]) };
}

/** The site's scheme of a name. */
export function schemeNamed({ schemes }: Site, wanted: string): PermissionScheme | undefined {
  return schemes.find(({ name }) => name === wanted);
}

/** The file's list of all who are to hold a role in a project; undefined for other holders, and where it has none. */
export function listFor({ actors }: DesiredAccess, project: string, { type, name }: Holder): DesiredActors | undefined {
  return type === "projectRole" ? actors.find((one) => one.project === project && one.role === name) : undefined;
}

/** The file's list of all who are to be in a group; undefined where it has none. */
export function membersOf({ groups }: DesiredAccess, wanted: string): readonly string[] | undefined {
  return groups.find(({ name }) => name === wanted)?.members;
}

/** Whether a list names nobody at all, nor a group that the file does not empty. */
export function isEmptyList(desired: DesiredAccess, { users, groups }: DesiredActors): boolean {
  return users.length === 0 && groups.every((group) => membersOf(desired, group)?.length === 0);
}

function referenceTo({ schemes }: DesiredAccess, wanted: string): SchemeReference {
  const declared = schemes.find(({ name }) => name === wanted);
  return declared === undefined ? { site: wanted } : { declared: declared.key };
}

function toGrants({ holder, permissions }: DesiredAccess["holderGrants"][number]) {
  return permissions.map((permission) => ({ permission, holder }));
}
