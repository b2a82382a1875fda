import { applyStack } from "../../analysis/applied/apply-stack.js";
import { mentionsIn } from "../../analysis/applied/mentions.js";
import { type AccessComparison, compareAccess } from "../../analysis/comparison/compare-access.js";
import type { Directory } from "../../client/directory.js";
import { observeAccess } from "../../live/observe-access.js";
import type { DesiredAccess } from "../../model/desired-access.js";
import type { SiteAccess } from "../../model/site-access.js";
import { expandStack } from "../../stack/expand/expand-stack.js";
import type { Stack } from "../../stack/read-stack.js";
import type { ChosenStack } from "../stack/choose-stack.js";
import { connect } from "../stack/connect.js";
import { withProgress } from "../terminal/progress.js";

/** A comparison, and what the stack that it is about asks for on that site. */
interface SiteComparison extends AccessComparison {
  readonly desired: DesiredAccess;
}

/**
 * What applying a stack to its site would change for every account, beside what is there now or, where another stack is
 * given, beside what that would leave there. What a run takes away because it is not declared any more is not in it.
 * @throws JiraError
 */
export async function compareOnSite({ name }: ChosenStack, after: Stack, before?: Stack): Promise<SiteComparison> {
  const directory = await connect(name);
  const stacks = [after, ...(before === undefined ? [] : [before])];
  const { site, expand } = await withProgress(`reading ${directory.client.site}`, () => readSite(directory, stacks));
  const desired = expand(after);
  const start = before === undefined ? site : applyStack(site, expand(before));
  return { ...compareAccess([start], [applyStack(site, desired)]), desired };
}

interface ReadSite {
  readonly site: SiteAccess;
  readonly expand: (stack: Stack) => DesiredAccess;
}

/** Reads all that decides about access on a site, before and after any of the stacks is applied. */
async function readSite(directory: Directory, stacks: readonly Stack[]): Promise<ReadSite> {
  const projects = [...(await directory.projects.all()).values()];
  const named = mentionsIn(stacks.map((stack) => expandStack(stack, undefined, projects)));
  const [groups, roles] = await Promise.all([
    Promise.all(named.groups.map((name) => directory.groups.load(name))),
    directory.roles.all(),
  ]);
  const shared = [...roles.values()].filter(({ scope }) => scope === undefined);
  const also = {
    groups: groups.flatMap((group) => group ?? []),
    roles: shared.filter(({ name }) => named.roles.includes(name)).map(({ id }) => id),
  };
  const site = await observeAccess(directory, { accounts: "all", projects: "all", roles: true, also });
  const schemeOf = new Map(
    [...site.projects.values()].map(({ key, scheme }) => [key, site.schemes.get(scheme ?? "")?.name]),
  );
  return { site, expand: (stack) => expandStack(stack, (key) => schemeOf.get(key), projects) };
}
