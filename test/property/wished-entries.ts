import { everyAllowance as allow } from "../helpers/every-allowance.js";
import type { Declared } from "../helpers/stack-step.js";
import type { Wish } from "./wish.js";

/** What a stack asks for entry by entry, and of lists that belong to no project. */
export interface WishedEntries {
  readonly grants: readonly { readonly scheme: string; readonly permission: string; readonly holder: string }[];
  readonly actors: readonly { readonly project: string; readonly role: string; readonly who: Who }[];
  readonly members: readonly { readonly group: string; readonly user: string }[];
  /** Who gets each role in new projects. */
  readonly defaults: Readonly<
    Record<string, { readonly users: readonly string[]; readonly groups: readonly string[] }>
  >;
}

/** None of them. */
export const noEntries: WishedEntries = { grants: [], actors: [], members: [], defaults: {} };

type Who = { readonly user: string } | { readonly group: string };

/** A name on the site for what a wish names by a key, absent where it names nothing; and what has to be there before. */
interface Named {
  readonly text: string | undefined;
  readonly edges: readonly string[];
}

/** How a wish's keys are read. */
interface Reading extends Readonly<Record<"role" | "group" | "scheme", (key: string) => Named>> {
  readonly holder: (text: string) => Named | undefined;
}

/** The resources of the entries. One that another resource of the stack holds is left out, and so is what names nothing. */
export function declareEntries(
  wish: Wish,
  { role, group, scheme, holder }: Reading,
): { readonly grants: readonly Declared[]; readonly others: readonly Declared[] } {
  const { entries } = wish;
  const grants = entries.grants.flatMap((one, number) => {
    const [list, held] = [scheme(one.scheme), holder(one.holder)];
    const isHeld =
      wish.schemes[one.scheme]?.grants !== undefined ||
      wish.holderGrants.some((other) => other.scheme === one.scheme && other.holder === one.holder);
    if (list.text === undefined || held === undefined || isHeld) return [];
    const inputs = { scheme: list.text, permission: one.permission, holder: held.text };
    return [
      { kind: "PermissionGrant", name: `${number}@${one.scheme}`, inputs, dependsOn: [...list.edges, ...held.edges] },
    ];
  });
  const actors = entries.actors.flatMap((one, number) => {
    const named = role(one.role);
    const who = "group" in one.who ? group(one.who.group) : { text: one.who.user, edges: [] };
    const isHeld = wish.actors.some((other) => other.project === one.project && other.role === one.role);
    if (named.text === undefined || who.text === undefined || isHeld) return [];
    const actor = "group" in one.who ? { group: who.text } : { user: who.text };
    const inputs = { project: one.project, role: named.text, ...actor };
    const name = `${number}@${one.project}`;
    return [{ kind: "ProjectRoleActor", name, inputs, dependsOn: [...named.edges, ...who.edges] }];
  });
  const members = entries.members.flatMap((one, number) => {
    const { text, edges } = group(one.group);
    if (text === undefined || wish.groups[one.group]?.members !== undefined) return [];
    return [{ kind: "GroupMember", name: `${number}`, inputs: { group: text, user: one.user }, dependsOn: [...edges] }];
  });
  const defaults = Object.entries(entries.defaults).flatMap(([key, { users, groups }]) => {
    const named = role(key);
    if (named.text === undefined) return [];
    const read = groups.map(group);
    const inputs = { role: named.text, users, groups: read.flatMap(({ text }) => text ?? []), allow };
    const dependsOn = [...named.edges, ...read.flatMap(({ edges }) => edges)];
    return [{ kind: "DefaultRoleActors", name: key, inputs, dependsOn }];
  });
  return { grants, others: [...actors, ...members, ...defaults] };
}
