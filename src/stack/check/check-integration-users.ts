import { accountKey } from "../../model/account.js";
import { integrationRole, namedEntries } from "../declared-names.js";
import type { Flaw, LineOf } from "../flaw.js";
import { quote } from "../quote.js";
import type { Declaration } from "../schema/schema.js";
import { misspeltName } from "./near-name.js";
import { repeatsIn } from "./repeats.js";

type IntegrationUser = Declaration["integrationUsers"][string];
type Entry = readonly [key: string, user: IntegrationUser];

/** Integration users that share what each must have alone, and lists of theirs that say something twice. */
export function checkIntegrationUsers({ integrationUsers, projectRoles }: Declaration, lineOf: LineOf): Flaw[] {
  const entries: Entry[] = Object.entries(integrationUsers);
  const declaredRoles = namedEntries(projectRoles).map(({ name }) => name);
  return [
    ...checkShared(entries, lineOf),
    ...entries.flatMap((entry) => [
      ...checkLists(entry, lineOf),
      ...checkTolerate(entry),
      ...checkRole(entry, declaredRoles),
    ]),
  ];
}

function checkShared(entries: readonly Entry[], lineOf: LineOf): Flaw[] {
  const accounts = repeatsIn(entries, ([, { account }]) => accountKey(account)).map(({ item, first }) => ({
    origin: ["integrationUsers", item[0], "account"],
    message: `the account ${quote(item[1].account)} is already that of ${quote(first[0])} at line ${lineOf(["integrationUsers", first[0], "account"])}`,
  }));
  const roles = repeatsIn(entries, (entry) => integrationRole(...entry).toLowerCase()).map(({ item, first }) => ({
    origin: roleOrigin(item),
    message: `the role ${quote(integrationRole(...item))} is already that of ${quote(first[0])} at line ${lineOf(roleOrigin(first))}; each integration user needs its own`,
  }));
  return [...accounts, ...roles];
}

function roleOrigin([key, { role }]: Entry): string[] {
  return role === undefined ? ["integrationUsers", key] : ["integrationUsers", key, "role"];
}

function checkLists([key, { projects, permissions }]: Entry, lineOf: LineOf): Flaw[] {
  return Object.entries({ projects, permissions }).flatMap(([property, list]) =>
    repeatsIn(list, (item) => item).map(({ item, index, firstIndex }) => {
      const origin = ["integrationUsers", key, property];
      return {
        origin: [...origin, index],
        message: `${quote(item)} is already listed at line ${lineOf([...origin, firstIndex])}`,
      };
    }),
  );
}

function checkTolerate([key, { permissions, tolerate = {} }]: Entry): Flaw[] {
  const needless = Object.keys(tolerate).filter((permission) => permissions.includes(permission));
  return needless.map((permission) => ({
    origin: ["integrationUsers", key, "tolerate", permission],
    at: "key",
    message: `${quote(permission)} is among its permissions already; there is nothing to tolerate`,
  }));
}

function checkRole([key, { role }]: Entry, declaredRoles: readonly string[]): Flaw[] {
  const meant = role === undefined ? undefined : misspeltName(role, declaredRoles);
  if (role === undefined || meant === undefined) return [];
  const message = `${quote(role)} is nearly the declared role ${quote(meant)}; write that, or a name of its own`;
  return [{ origin: ["integrationUsers", key, "role"], message }];
}
