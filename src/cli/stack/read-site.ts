import { mentionsIn } from "../../analysis/worlds/mentions.js";
import { type Directory, siteRoles } from "../../client/directory.js";
import { observeAccess } from "../../live/observe-access.js";
import type { DesiredAccess } from "../../model/desired-access.js";
import type { SiteAccess } from "../../model/site-access.js";
import { expandStack } from "../../stack/expand/expand-stack.js";
import type { Stack } from "../../stack/read-stack.js";

/** A site, and what stack files mean on it. */
export interface ReadSite {
  readonly site: SiteAccess;
  readonly expand: (stack: Stack) => DesiredAccess;
}

/**
 * Reads all that decides about access on a site, before and after any of the stacks is applied. Needs what
 * `observeAccess` needs.
 * @throws JiraError
 */
export async function readSite(directory: Directory, stacks: readonly Stack[]): Promise<ReadSite> {
  const projects = [...(await directory.projects.all()).values()];
  const named = mentionsIn(stacks.map((stack) => expandStack(stack, undefined, projects)));
  const [groups, roles] = await Promise.all([
    Promise.all(named.groups.map((name) => directory.groups.load(name))),
    siteRoles(directory),
  ]);
  const also = {
    groups: groups.flatMap((group) => group ?? []),
    roles: roles.filter(({ name }) => named.roles.includes(name)).map(({ id }) => id),
  };
  const site = await observeAccess(directory, { accounts: "all", projects: "all", roles: true, also });
  const schemeOf = new Map(
    [...site.projects.values()].map(({ key, scheme }) => [key, site.schemes.get(scheme ?? "")?.name]),
  );
  return { site, expand: (stack) => expandStack(stack, (key) => schemeOf.get(key), projects) };
}
