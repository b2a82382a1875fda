import type { Way } from "../../model/access-path.js";
import type { Group } from "../../model/group.js";
import type { GroupId, RoleId } from "../../model/ids.js";
import type { IdentifiedHolder, Product, ProjectAccess, SiteAccess } from "../../model/site-access.js";
import { nameGroup } from "./name-group.js";
import type { Subject } from "./subject.js";

/** Where a holder is looked at, and for whom. */
export interface Standpoint {
  readonly site: SiteAccess;
  readonly subject: Subject;
  readonly project: ProjectAccess;
}

/** Every way by which the subject is among those that a holder stands for in a project. */
export function findWays(standpoint: Standpoint, { holder, holderId }: IdentifiedHolder): readonly Way[] {
  const { site, subject, project } = standpoint;
  const { account } = subject;
  switch (holder.type) {
    case "anyone":
      return [{ kind: "anyone" }];
    case "applicationRole":
      return holder.name === undefined ? [{ kind: "logged-in" }] : licences(site, subject, holderId ?? holder.name);
    case "group":
      return ownGroups(standpoint, [holderId ?? ""]).map((group) => ({ kind: "group", group }));
    case "user":
      return holderId === account.id ? [{ kind: "account" }] : [];
    case "projectRole":
      return roleWays(standpoint, { id: holderId ?? "", name: holder.name ?? "" });
    case "projectLead":
      return project.lead === account.id ? [{ kind: "lead" }] : [];
    case "reporter":
    case "assignee":
      return [{ kind: holder.type }];
    case "userCustomField":
      return [{ kind: holder.type, field: holder.name ?? "" }];
    case "groupCustomField":
      return account.groups.size === 0 ? [] : [{ kind: holder.type, field: holder.name ?? "" }];
    case "sd.customer.portal.only":
      return [];
  }
}

/** The role that a holder names, where it was not read who holds that role in the project. */
export function unreadRole({ actors }: ProjectAccess, { holder, holderId }: IdentifiedHolder): RoleId | undefined {
  return holder.type === "projectRole" && holderId !== undefined && !actors.has(holderId) ? holderId : undefined;
}

function licences(site: SiteAccess, subject: Subject, wanted: string): readonly Way[] {
  return subject.products
    .filter(({ key }) => key === wanted)
    .flatMap((product) => product.groups.flatMap((id) => licence(site, subject, product, id)));
}

function licence(site: SiteAccess, { account }: Subject, { key, name }: Product, id: GroupId): Way[] {
  return account.groups.has(id) ? [{ kind: "licence", product: { key, name }, group: nameGroup(site, id) }] : [];
}

function roleWays(standpoint: Standpoint, role: { readonly id: RoleId; readonly name: string }): readonly Way[] {
  const { subject, project } = standpoint;
  const actors = project.actors.get(role.id);
  if (actors === undefined) return [];
  const direct: Way[] = actors.users.some((user) => user.id === subject.account.id) ? [{ kind: "role", role }] : [];
  const groups = ownGroups(
    standpoint,
    actors.groups.map((group) => group.id),
  );
  return [...direct, ...groups.map((group): Way => ({ kind: "role", role, group }))];
}

function ownGroups({ site, subject }: Standpoint, ids: readonly GroupId[]): Group[] {
  return ids.filter((id) => subject.account.groups.has(id)).map((id) => nameGroup(site, id));
}
