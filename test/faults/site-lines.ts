import type { DescribedSite } from "../helpers/describe-state.js";

/** Everything a site holds, a line each, so that two sites can be told apart object by object. */
export function toLines({ schemes, roles, defaults, groups, accounts, projects }: DescribedSite): readonly string[] {
  const listed = (what: string, lists: Readonly<Record<string, readonly string[]>>) =>
    Object.entries(lists).flatMap(([name, list]) => list.map((entry) => `${what} ${name}: ${entry}`));
  return [
    ...Object.entries(schemes).flatMap(([name, { description, grants }]) => [
      `scheme ${name}: ${description}`,
      ...grants.map((grant) => `grant ${name}: ${grant}`),
    ]),
    ...Object.entries(roles).map(([name, description]) => `role ${name}: ${description}`),
    ...listed("default", defaults),
    ...Object.keys(groups).map((name) => `group ${name}`),
    ...listed("member", groups),
    ...accounts.map((email) => `account ${email}`),
    ...Object.entries(projects).flatMap(([key, { scheme, actors }]) => [
      `project ${key}: ${scheme}`,
      ...actors.map((actor) => `actor ${key}: ${actor}`),
    ]),
  ];
}

/** The lines that one list has more often than another. */
export function moreIn(list: readonly string[], other: readonly string[]): readonly string[] {
  const left = [...other];
  return list.filter((line) => {
    const found = left.indexOf(line);
    if (found >= 0) left.splice(found, 1);
    return found < 0;
  });
}
