import { nearest } from "../model/nearest.js";
import { type NamedEntry, namedEntries } from "./declared-names.js";
import { didYouMean, type Finding, type LineOf, oneOf } from "./finding.js";
import { knownProperties } from "./known-properties.js";
import { quote, quoteIfNeeded } from "./quote.js";
import { accountKey, repeatsIn } from "./repeats.js";
import type { Declaration } from "./schema.js";
import { projectKeyFault } from "./text-rules.js";

type SchemeReference = NonNullable<Declaration["projects"][string]["permissionScheme"]>;

/** Project keys that Jira has none of, references to schemes that are not declared, and actors listed twice. */
export function checkProjects({ projects, permissionSchemes }: Declaration, lineOf: LineOf): Finding[] {
  const schemes = namedEntries(permissionSchemes);
  return Object.entries(projects).flatMap(([project, { permissionScheme, roles = {} }]) => {
    const isLost = knownProperties(["projects", project]).includes(project);
    const lost = `${quote(project)} is a property of a project; indent it under one`;
    const keyFault = isLost ? lost : projectKeyFault(project);
    return [
      ...(keyFault === undefined ? [] : [{ origin: ["projects", project], at: "key" as const, message: keyFault }]),
      ...(permissionScheme === undefined ? [] : checkReference(project, permissionScheme, schemes)),
      ...Object.entries(roles).flatMap(([role, actors]) =>
        checkActors(["projects", project, "roles", role], actors, lineOf),
      ),
    ];
  });
}

function checkReference(project: string, reference: SchemeReference, schemes: readonly NamedEntry[]): Finding[] {
  const origin = ["projects", project, "permissionScheme"];
  if (typeof reference !== "string") {
    const declared = schemes.find(({ name }) => name === reference.site);
    if (declared === undefined) return [];
    const message = `${quote(reference.site)} is a scheme of this file; write its key, ${quoteIfNeeded(declared.key)}`;
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

function checkActors(
  origin: readonly string[],
  { users = [], groups = [] }: { readonly users?: readonly string[]; readonly groups?: readonly string[] },
  lineOf: LineOf,
): Finding[] {
  return Object.entries({ users, groups }).flatMap(([property, list]) =>
    repeatsIn(list, accountKey).map(({ item, index, firstIndex }) => ({
      origin: [...origin, property, index],
      message: `${quote(item)} is already listed at line ${lineOf([...origin, property, firstIndex])}`,
    })),
  );
}
