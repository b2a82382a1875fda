import type { PermissionKey } from "../../model/grant.js";
import type { AccountId } from "../../model/ids.js";
import type { SiteAccess } from "../../model/site-access.js";
import type { GlobalVerdict, Verdict } from "../../model/verdict.js";
import { type AccessIndex, indexAccess } from "../access/access-index.js";
import { decide, decideGlobal, type Question } from "../access/effective-permissions.js";

/**
 * What a site may be, as far as is known: one site that was read, or for a stack file alone the least and the most that
 * it leaves open. More grants and members never take access away, so what holds in both holds whatever is between.
 */
export type Worlds = readonly [SiteAccess, ...(readonly SiteAccess[])];

/** Decides in all worlds at once. */
export interface WorldsIndex {
  readonly decide: (question: Question) => Verdict;
  readonly decideGlobal: (account: AccountId, permission: PermissionKey) => GlobalVerdict;
}

/** Makes questions about worlds cheap; where worlds disagree, the verdict is that the site alone can tell. */
export function indexWorlds(worlds: Worlds): WorldsIndex {
  const indexes = worlds.map(indexAccess);
  return {
    decide: (question) => agree(indexes, (index) => decide(index, question)) ?? { ...undecided, paths: [] },
    decideGlobal: (account, permission) =>
      agree(indexes, (index) => decideGlobal(index, account, permission)) ?? undecided,
  };
}

const undecided = { outcome: "unknown", why: { kind: "site-alone" } } as const;

function agree<T extends { readonly outcome: string }>(
  indexes: readonly AccessIndex[],
  ask: (index: AccessIndex) => T,
): T | undefined {
  const [first, ...others] = indexes.map(ask);
  return others.every(({ outcome }) => outcome === first?.outcome) ? first : undefined;
}
