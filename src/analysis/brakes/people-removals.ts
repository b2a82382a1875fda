import type { Allowance } from "../../model/desired-access.js";
import { shortened } from "../../model/words.js";
import { describeExcess, type Entry, findExcess } from "./removals.js";

/** The people and groups that a stack declares for a list, as they are written, with their ids. */
export interface DeclaredPeople {
  readonly userIds: Readonly<Record<string, string>>;
  readonly groupIds?: Readonly<Record<string, string>>;
}

/** Why a declared list of people may not become another: too many would go at once. Undefined where it may. */
export function objectToPeopleRemovals(
  before: DeclaredPeople,
  after: DeclaredPeople,
  allow: Allowance | undefined,
): string | undefined {
  const excess = findExcess(entriesOf(before), entriesOf(after), allow);
  if (excess === undefined) return undefined;
  const names = excess.removed.map(({ name }) => name);
  return describeExcess(before.groupIds === undefined ? "people" : "people and groups", shortened(names, 5), excess);
}

function entriesOf({ userIds, groupIds = {} }: DeclaredPeople): readonly (Entry & { readonly name: string })[] {
  const entries = (kind: string, ids: Readonly<Record<string, string>>) =>
    Object.entries(ids).map(([name, id]) => ({ name, text: `${kind} ${name}`, id: `${kind} ${id}` }));
  return [...entries("user", userIds), ...entries("group", groupIds)];
}
