import { parseHolder } from "../../src/model/holder.js";
import type { DescribedSite } from "../helpers/describe-state.js";
import { namesOnSite } from "./arbitraries.js";
import { declare, type Wish } from "./wish.js";

const groupsOnSite = ["users", "admins"];

/** A site without the grants that a stack leaves alone in schemes of its own. */
export function declaredOnly({ schemes, ...site }: DescribedSite, wish: Wish): DescribedSite {
  const open = Object.values(wish.schemes).flatMap(({ name, grants }) => (grants === undefined ? name : []));
  const shown = Object.entries(schemes).map(([name, scheme]) => [
    name,
    open.includes(name) ? { ...scheme, grants: [] } : scheme,
  ]);
  return { ...site, schemes: Object.fromEntries(shown) };
}

/** What was on the site before any stack and is declared by none of some stacks. */
export function undeclaredBy(site: DescribedSite, wishes: readonly Wish[]): object {
  const { schemes, projects, roles, groups, defaults } = site;
  const declared = wishes.flatMap((wish) => declare(wish, namesOnSite));
  const says = (kind: string, expected: Readonly<Record<string, unknown>>) =>
    declared.some(
      (one) => one.kind === kind && Object.entries(expected).every(([name, value]) => one.inputs[name] === value),
    );
  return {
    roles: Object.entries(roles).filter(([name]) => isOnSite(name)),
    groups: Object.entries(groups)
      .filter(([name]) => isOnSite(name))
      .map(([group, members]) => [group, members.filter((user) => !says("GroupMember", { group, user }))]),
    defaults: Object.entries(defaults).filter(([role]) => isOnSite(role) && !says("DefaultRoleActors", { role })),
    grants: Object.entries(schemes)
      .filter(([name]) => isOnSite(name))
      .map(([scheme, { description, grants }]) => {
        const isOther = (grant: string) => {
          const [permission, holder] = split(grant, " ");
          const isDeclared =
            says("HolderGrants", { scheme, holder }) || says("PermissionGrant", { scheme, permission, holder });
          return isOfSite(holder) && !isDeclared;
        };
        return [scheme, description, grants.filter(isOther)];
      }),
    projects: Object.entries(projects).map(([project, { scheme, actors }]) => {
      const isOther = (actor: string) => {
        const [role, who] = split(actor, ": ");
        const isDeclared =
          says("ProjectRoleActors", { project, role }) ||
          says("ProjectRoleActor", { project, role, user: who }) ||
          says("ProjectRoleActor", { project, role, group: who });
        return isOnSite(role) && (who.includes("@") || isOnSite(who)) && !isDeclared;
      };
      return [project, actors.filter(isOther), says("ProjectPermissionScheme", { project }) || scheme];
    }),
  };
}

/** The names of what a stack made and did not take away. */
export function leftOver({ schemes, roles, groups }: DescribedSite): readonly string[] {
  return [schemes, roles, groups].flatMap(Object.keys).filter((name) => !isOnSite(name));
}

function split(text: string, by: string): readonly [string, string] {
  const at = text.indexOf(by);
  return [text.slice(0, at), text.slice(at + by.length)];
}

/** Whether a holder is none that a stack made, also where a stranger has renamed it since. */
function isOfSite(holder: string): boolean {
  const { type, name = "" } = parseHolder(holder);
  return (type !== "projectRole" && type !== "group") || isOnSite(name);
}

function isOnSite(name: string): boolean {
  return namesOnSite.includes(name) || groupsOnSite.includes(name);
}
