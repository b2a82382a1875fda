import { type AccessMatrix, marks } from "../../model/access-matrix.js";
import type { PermissionKey } from "../../model/grant.js";
import type { HeldPermissions } from "../../model/held-permissions.js";
import type { AccountId } from "../../model/ids.js";
import { createNumbering } from "../../model/numbering.js";
import type { AccountAccess, ProjectAccess } from "../../model/site-access.js";
import type { AccessIndex } from "../access/access-index.js";
import { deciderOf } from "../access/effective-permissions.js";
import { standingsIn } from "./standing.js";

/**
 * Decides on permissions of every account in every project of a site, in the order in which the site has them. Accounts
 * that are reached by the same grants of a project are decided on once, so that 40 million answers take seconds.
 * @param word what the site itself said; it stands where the rules of a project cannot be read.
 */
export function takeMatrix(index: AccessIndex, permissions: readonly PermissionKey[], word: Word): AccessMatrix {
  const [alikes, patterns, rows] = [createNumbering(), createNumbering(), createNumbering()];
  const accounts = [...index.site.accounts.values()].map((account) => {
    return {
      account,
      alike: alikes.numberOf(JSON.stringify([account.active, account.type, [...account.groups].sort()])),
    };
  });
  const columns = [...index.site.projects.values()].map((project) => {
    const patternOf = patternsIn(index, project, permissions, word);
    return accounts.map(({ account, alike }) => patterns.numberOf(patternOf(account, alike)));
  });
  const rowOf = accounts.map((_, place) => rows.numberOf(JSON.stringify(toRuns(columns, place))));
  return { patterns: patterns.texts(), rows: rows.texts().map((text) => JSON.parse(text)), rowOf };
}

type Word = ReadonlyMap<AccountId, HeldPermissions>;

/**
 * Gives the pattern of each account in a project.
 * @returns a function of an account, and of a number that all have who are in the same groups.
 */
function patternsIn(
  index: AccessIndex,
  project: ProjectAccess,
  permissions: readonly PermissionKey[],
  word: Word,
): (account: AccountAccess, alike: number) => string {
  const scheme = index.site.schemes.get(project.scheme ?? "");
  if (scheme === undefined) return ({ id }) => patternOfWord(word.get(id), project, permissions);
  const { isNamed, standingOf } = standingsIn(index.site, project, scheme);
  const [byAlike, byStanding] = [new Map<number, string>(), new Map<string, string>()];
  return (account, alike) => {
    if (isNamed(account)) return decideAll(index, account, project, permissions);
    const known = byAlike.get(alike);
    if (known !== undefined) return known;
    const standing = standingOf(account);
    const pattern = byStanding.get(standing) ?? decideAll(index, account, project, permissions);
    byStanding.set(standing, pattern);
    byAlike.set(alike, pattern);
    return pattern;
  };
}

function decideAll(
  index: AccessIndex,
  { id: account }: AccountAccess,
  { id: project }: ProjectAccess,
  permissions: readonly PermissionKey[],
): string {
  const decide = deciderOf(index, { account, project });
  return permissions.map((permission) => marks[decide(permission).outcome]).join("");
}

function patternOfWord(
  held: HeldPermissions | undefined,
  { id }: ProjectAccess,
  permissions: readonly PermissionKey[],
): string {
  if (held === undefined) return marks.unknown.repeat(permissions.length);
  return permissions.map((key) => (held.inProjects.get(key)?.has(id) ? marks.said : marks.denied)).join("");
}

/** What stands at one place of every column, as pairs of a value and how often it comes in a row. */
function toRuns(columns: readonly (readonly number[])[], place: number): readonly number[] {
  const runs: number[] = [];
  for (const column of columns) {
    const value = column[place] ?? 0;
    if (runs.at(-2) === value) runs[runs.length - 1] = (runs.at(-1) ?? 0) + 1;
    else runs.push(value, 1);
  }
  return runs;
}
