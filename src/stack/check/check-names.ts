import { namedEntries } from "../declared-names.js";
import type { Flaw, LineOf } from "../flaw.js";
import { quote } from "../quote.js";
import type { Declaration } from "../schema/schema.js";
import { repeatsIn } from "./repeats.js";

type SectionName = "permissionSchemes" | "projectRoles" | "groups";
type Section = Readonly<Record<string, { readonly name?: string; readonly formerly?: string }>>;

/** Schemes, roles or groups that would have the same name on the site, and `formerly` that names no key that is gone. */
export function checkNames({ permissionSchemes, projectRoles, groups }: Declaration, lineOf: LineOf): Flaw[] {
  return [
    ...checkSection("permissionSchemes", permissionSchemes, lineOf),
    ...checkSection("projectRoles", projectRoles, lineOf),
    ...checkSection("groups", groups, lineOf),
  ];
}

function checkSection(section: SectionName, entries: Section, lineOf: LineOf): Flaw[] {
  return [...checkUniqueNames(section, entries, lineOf), ...checkFormerly(section, entries, lineOf)];
}

function checkUniqueNames(section: SectionName, entries: Section, lineOf: LineOf): Flaw[] {
  const originOf = ({ key, hasName }: { key: string; hasName: boolean }) =>
    hasName ? [section, key, "name"] : [section, key];
  return repeatsIn(namedEntries(entries), ({ name }) => name.toLowerCase()).map(({ item, first }) => ({
    origin: originOf(item),
    message: `the name ${quote(item.name)} is already that of ${quote(first.key)} at line ${lineOf(originOf(first))}`,
  }));
}

function checkFormerly(section: SectionName, entries: Section, lineOf: LineOf): Flaw[] {
  const renamed = Object.entries(entries).flatMap(([key, { formerly }]) =>
    formerly === undefined ? [] : [{ key, formerly }],
  );
  const originOf = (key: string) => [section, key, "formerly"];
  const present = renamed.flatMap(({ key, formerly }) => {
    if (formerly === key)
      return [{ origin: originOf(key), message: `${quote(formerly)} is its own key; name the key it had before` }];
    const stillThere = `${quote(formerly)} is still a key of ${section}; name the key this entry had before`;
    return Object.hasOwn(entries, formerly) ? [{ origin: originOf(key), message: stillThere }] : [];
  });
  const claimed = repeatsIn(renamed, ({ formerly }) => formerly).map(({ item, first }) => ({
    origin: originOf(item.key),
    message: `${quote(item.formerly)} is already claimed by ${quote(first.key)} at line ${lineOf(originOf(first.key))}`,
  }));
  return [...present, ...claimed];
}
