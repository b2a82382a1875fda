import { accountKey } from "../../model/account.js";
import { nearest } from "../../model/nearest.js";
import { type NamedEntry, namedEntries } from "../declared-names.js";
import { didYouMean, type Flaw, type LineOf, oneOf } from "../flaw.js";
import { quote, quoteIfNeeded } from "../quote.js";
import { knownProperties } from "../schema/known-properties.js";
import type { Declaration } from "../schema/schema.js";
import { selectorFault } from "../selectors.js";
import { repeatsIn } from "./repeats.js";
import { type RoleList, roleLists } from "./role-lists.js";

type SchemeReference = NonNullable<Declaration["projects"][string]["permissionScheme"]>;

/** Projects written in no form that Jira has, references to schemes that are not declared, and actors listed twice. */
export function checkProjects(declaration: Declaration, lineOf: LineOf): Flaw[] {
  const { projects, permissionSchemes, defaults } = declaration;
  const schemes = namedEntries(permissionSchemes);
  const entries = Object.entries(projects).map(([project, entry]) => ({ origin: ["projects", project], ...entry }));
  const standard = defaults?.project === undefined ? [] : [{ origin: ["defaults", "project"], ...defaults.project }];
  return [
    ...Object.keys(projects).flatMap(checkKey),
    ...[...entries, ...standard].flatMap(({ origin, permissionScheme }) =>
      permissionScheme === undefined ? [] : checkReference(origin, permissionScheme, schemes, lineOf),
    ),
    ...roleLists(declaration).flatMap((list) => checkActors(list, lineOf)),
  ];
}

function checkKey(project: string): Flaw[] {
  const isLost = knownProperties(["projects", project]).includes(project);
  const lost = `${quote(project)} is a property of a project; indent it under one`;
  const message = isLost ? lost : selectorFault(project);
  return message === undefined ? [] : [{ origin: ["projects", project], at: "key", message }];
}

function checkReference(
  entry: readonly string[],
  reference: SchemeReference,
  schemes: readonly NamedEntry[],
  lineOf: LineOf,
): Flaw[] {
  const origin = [...entry, "permissionScheme"];
  if (typeof reference !== "string") {
    const declared = schemes.find(({ name }) => name === reference.site);
    if (declared === undefined) return [];
    const place = `${quoteIfNeeded(declared.key)} at line ${lineOf(["permissionSchemes", declared.key])}`;
    const message = `${quote(reference.site)} is a scheme of this file; write its key, ${place}`;
    return [{ origin: [...origin, "site"], message }];
  }
  if (schemes.some(({ key }) => key === reference)) return [];
  const named = schemes.find(({ name }) => name === reference);
  if (named !== undefined) {
    return [{ origin, message: `${quote(reference)} is a scheme's name; write its key, ${quoteIfNeeded(named.key)}` }];
  }
  const keys = schemes.map(({ key }) => key);
  const near = nearest(reference, keys);
  const choice = `; expected ${oneOf([...keys.map(quoteIfNeeded), "{ site: NAME } for a scheme that stays the site's"])}`;
  return [{ origin, message: `unknown scheme ${quote(reference)}${near === undefined ? choice : didYouMean(near)}` }];
}

function checkActors({ origin, users, groups }: RoleList, lineOf: LineOf): Flaw[] {
  return Object.entries({ users, groups }).flatMap(([property, list]) =>
    repeatsIn(list, accountKey).map(({ item, index, firstIndex }) => ({
      origin: [...origin, property, index],
      message: `${quote(item)} is already listed at line ${lineOf([...origin, property, firstIndex])}`,
    })),
  );
}
