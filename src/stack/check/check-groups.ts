import { accountKey } from "../../model/account.js";
import { namedEntries } from "../declared-names.js";
import type { Flaw, LineOf } from "../flaw.js";
import { quote } from "../quote.js";
import type { Declaration } from "../schema/schema.js";
import { checkMentions, holderMentions, type Mention } from "./check-mentions.js";
import { repeatsIn } from "./repeats.js";
import { roleLists } from "./role-lists.js";

/** Members listed twice, and mentions of groups that are keys or nearly are names of groups that this file makes. */
export function checkGroups(declaration: Declaration, lineOf: LineOf): Flaw[] {
  const entries = namedEntries(declaration.groups);
  const names = entries.map(({ name }) => name);
  const mentions = [...holderMentions(declaration, "group"), ...actorMentions(declaration)];
  return [...checkMembers(declaration, lineOf), ...checkMentions("group", mentions, entries, names)];
}

function checkMembers({ groups }: Declaration, lineOf: LineOf): Flaw[] {
  return Object.entries(groups).flatMap(([key, { members = [] }]) =>
    repeatsIn(members, accountKey).map(({ item, index, firstIndex }) => {
      const origin = ["groups", key, "members"];
      return {
        origin: [...origin, index],
        message: `${quote(item)} is already listed at line ${lineOf([...origin, firstIndex])}`,
      };
    }),
  );
}

function actorMentions(declaration: Declaration): Mention[] {
  return roleLists(declaration).flatMap(({ groups, origin }) =>
    groups.map((name, index) => ({ name, origin: [...origin, "groups", index], at: "value" as const })),
  );
}
