import type { Group } from "../model/group.js";
import type { JiraClient } from "./create-client.js";
import { getGroupsByName, listGroupPage } from "./group.js";

/** Finds the groups of some names, at most `groupsPerRequest`; undefined where the site has none of that name. */
export type GroupSearch = (names: readonly string[]) => Promise<readonly (Group | undefined)[]>;

/**
 * A search of one site, which remembers which groups it has seen. The names of a call are asked for together. As names
 * come in many calls, every call but the first reads a page of all groups before it asks for what is on none of them:
 * never are there more than two requests for each call, and few on a site with few groups. Needs USER_PICKER.
 */
export function createGroupSearch(client: JiraClient): GroupSearch {
  const known = new Map<string, Group>();
  let listed = 0;
  let isListed = false;
  let turn: Promise<void> | undefined;

  const keep = (groups: readonly Group[]) => {
    for (const group of groups) known.set(group.name, group);
  };
  const readPage = async (names: readonly string[]): Promise<void> => {
    if (isListed || names.every((name) => known.has(name))) return;
    const { groups, isLast } = await listGroupPage(client, listed);
    listed += groups.length;
    isListed = isLast;
    keep(groups);
  };

  return async (names) => {
    const mine = turn?.then(() => readPage(names)) ?? Promise.resolve();
    turn = mine.catch(() => undefined);
    await mine;
    const unseen = names.filter((name) => !known.has(name));
    if (unseen.length > 0) keep(await getGroupsByName(client, unseen));
    return names.map((name) => known.get(name));
  };
}
