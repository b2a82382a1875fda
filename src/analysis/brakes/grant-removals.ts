import type { Allowance } from "../../model/desired-access.js";
import { type Grant, type GrantMap, toGrants } from "../../model/grant.js";
import { describeHolder, formatHolder, type HolderText } from "../../model/holder.js";
import { shortened } from "../../model/words.js";
import { describeExcess, type Entry, findExcess } from "./removals.js";

/** The grants that a stack declares for a scheme, and the ids of their holders where these are known. */
export interface DeclaredGrants {
  readonly grants: GrantMap;
  readonly holderIds: Readonly<Record<HolderText, string>>;
}

/** Why a declared list of grants may not become another: too many would go at once. Undefined where it may. */
export function objectToGrantRemovals(
  before: DeclaredGrants,
  after: DeclaredGrants,
  allow: Allowance | undefined,
): string | undefined {
  const excess = findExcess(entriesOf(before), entriesOf(after), allow);
  return excess === undefined ? undefined : describeExcess("grants", shortened(lossesOf(excess.removed), 4), excess);
}

function entriesOf({ grants, holderIds }: DeclaredGrants): readonly (Grant & Entry)[] {
  return toGrants(grants).map((grant) => {
    const { permission, holder } = grant;
    const holderId = holderIds[formatHolder(holder)];
    const id = holderId === undefined ? {} : { id: `${permission} ${holder.type} ${holderId}` };
    return { ...grant, text: `${permission} ${formatHolder(holder)}`, ...id };
  });
}

function lossesOf(removed: readonly Grant[]): string[] {
  const byHolder = new Map<string, string[]>();
  for (const { permission, holder } of removed) {
    const who = describeHolder(holder);
    byHolder.set(who, [...(byHolder.get(who) ?? []), permission]);
  }
  return [...byHolder].map(([who, permissions]) => `${who} loses ${shortened(permissions.sort(), 3)}`);
}
