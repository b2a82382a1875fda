import type { Site, SiteActor, SiteHolder } from "../../src/emulator/state/state.js";
import type { TestSite } from "../emulator/site.js";

/** What a site holds as far as it can be declared, by names and in a fixed order, so that two moments can be compared. */
export interface DescribedSite {
  /** The grants of each scheme as `PERMISSION holder`, after its description. */
  readonly schemes: Readonly<Record<string, { readonly description: string; readonly grants: readonly string[] }>>;
  /** The descriptions of the roles. */
  readonly roles: Readonly<Record<string, string>>;
  /** The default actors of the roles that have any. */
  readonly defaults: Readonly<Record<string, readonly string[]>>;
  /** The members of each group, by e-mail. */
  readonly groups: Readonly<Record<string, readonly string[]>>;
  readonly accounts: readonly string[];
  readonly projects: Readonly<Record<string, { readonly scheme: string; readonly actors: readonly string[] }>>;
}

/** What a site holds now. */
export async function describeState(site: Pick<TestSite, "control">): Promise<DescribedSite> {
  return describeSite((await site.control("GET /state")).body);
}

/** The state of a site as names. */
export function describeSite(state: Site): DescribedSite {
  const { schemes, roles, projects, groups, accounts } = state;
  const emails = new Map(accounts.map(({ id, email }) => [id, email]));
  return {
    schemes: Object.fromEntries(
      schemes.map(({ name, description, grants }) => {
        const texts = grants.map(({ permission, holder }) => `${permission} ${holderName(state, holder)}`);
        return [name, { description, grants: texts.sort() }];
      }),
    ),
    roles: Object.fromEntries(roles.map(({ name, description, project }) => [`${project ?? ""}${name}`, description])),
    defaults: Object.fromEntries(
      roles
        .filter(({ defaultActors }) => defaultActors.length > 0)
        .map(({ name, defaultActors }) => [name, defaultActors.map((actor) => actorName(state, actor)).sort()]),
    ),
    groups: Object.fromEntries(
      groups.map(({ name, members }) => [name, members.map((id) => emails.get(id) ?? id).sort()]),
    ),
    accounts: [...emails.values()].sort(),
    projects: Object.fromEntries(
      projects.map(({ key, scheme, actors }) => {
        const used = schemes.find(({ id }) => id === scheme)?.name ?? "none";
        return [key, { scheme: used, actors: actors.map((actor) => actorName(state, actor)).sort() }];
      }),
    ),
  };
}

/** What the site was asked to change since the last call, as `METHOD path`. */
export async function takeWrites(site: Pick<TestSite, "control">): Promise<readonly string[]> {
  return (await takeRequests(site)).filter(isWrite);
}

/** Whether a request, as `METHOD path`, is to change the site; a check of permissions only asks. */
export function isWrite(request: string): boolean {
  return !request.startsWith("GET ") && !request.endsWith("/permissions/check");
}

/** What the site was asked since the last call, as `METHOD path`. */
export async function takeRequests(site: Pick<TestSite, "control">): Promise<readonly string[]> {
  const { body } = await site.control("GET /requests");
  await site.control("DELETE /requests");
  return body.map(({ method, path }: { method: string; path: string }) => `${method} ${path}`);
}

function holderName({ roles, groups, accounts }: Site, { type, parameter }: SiteHolder): string {
  if (parameter === undefined) return type;
  const role = roles.find(({ id }) => `${id}` === parameter && type === "projectRole");
  const group = groups.find(({ id }) => id === parameter);
  const account = accounts.find(({ id }) => id === parameter);
  return `${type}:${role?.name ?? group?.name ?? account?.email ?? parameter}`;
}

function actorName({ roles, groups, accounts }: Site, actor: SiteActor): string {
  const role = roles.find(({ id }) => id === actor.role)?.name;
  const who =
    "user" in actor
      ? accounts.find(({ id }) => id === actor.user)?.email
      : groups.find(({ id }) => id === actor.group)?.name;
  return `${role}: ${who}`;
}
