import fc from "fast-check";
import type { Seed, SeedHolder } from "../../src/emulator/seed/seed.js";
import { parseHolder } from "../../src/model/holder.js";
import type { Wish } from "./wish.js";
import type { WishedEntries } from "./wished-entries.js";

const email = (who: string) => `${who}@acme.example`;
const people = ["admin", "ann", "bob", "eve"].map(email);
const permissions = ["ADMINISTER_PROJECTS", "BROWSE_PROJECTS", "EDIT_ISSUES"];
const siteRoles = ["Administrators", "Developers"];
const siteGroups = ["team", "ops"];
const siteSchemes = ["Default", "Legacy"];
const projects = ["PAY", "WEB"];

/** All names on the site that a wish may use. */
export const namesOnSite = [...siteRoles, ...siteGroups, ...siteSchemes];

const some = <T>(items: readonly T[], minLength = 0) => fc.subarray([...items], { minLength });
const mapOf = <T>(keys: readonly string[], value: fc.Arbitrary<T>) =>
  fc.dictionary(fc.constantFrom(...keys), value, { noNullPrototype: true });
const named = <T extends object>(keys: readonly string[], rest: fc.Arbitrary<T>) =>
  mapOf(keys, fc.tuple(fc.constantFrom("", " two"), rest)).map((map) =>
    Object.fromEntries(Object.entries(map).map(([key, [more, one]]) => [key, { name: `${key}${more}`, ...one }])),
  );
const holdersOf = (roles: readonly string[], groups: readonly string[]) => [
  ...roles.map((name) => `projectRole:${name}`),
  ...groups.map((name) => `group:${name}`),
  `user:${email("ann")}`,
  "reporter",
];
const siteHolders = holdersOf(siteRoles, siteGroups);
const actorsFrom = (groups: readonly string[]) => fc.record({ users: some(people), groups: some(groups) });

/** Small sites: the same names everywhere, with members, grants, actors and schemes by chance. */
export const seeds: fc.Arbitrary<Seed> = fc
  .record({
    members: mapOf(siteGroups, fc.record({ members: some(people) })),
    grants: mapOf(siteSchemes, fc.record({ grants: mapOf(permissions, some(siteHolders.map(toSeedHolder))) })),
    projects: fc.tuple(...projects.map((key) => projectSeed(key))),
  })
  .map(({ members, grants, projects }) => ({
    applications: { "jira-software": { groups: ["users"] } },
    accounts: people.map((one) => ({ email: one })),
    groups: {
      users: { members: people },
      admins: { members: [email("admin")], globalPermissions: ["ADMINISTER", "USER_PICKER"] },
      ...bare(siteGroups),
      ...members,
    },
    projectRoles: bare(siteRoles),
    permissionSchemes: { ...bare(siteSchemes), ...grants },
    projects,
  }));

function toSeedHolder(text: string): SeedHolder {
  const { type, name } = parseHolder(text);
  return name === undefined ? type : { [type]: name };
}

function bare(names: readonly string[]): Record<string, object> {
  return Object.fromEntries(names.map((name) => [name, {}]));
}

function projectSeed(key: string) {
  const roles = mapOf(siteRoles, actorsFrom(siteGroups));
  return fc
    .record({ permissionScheme: fc.constantFrom(...siteSchemes), roles })
    .map((rest) => ({ key, name: key, lead: email("admin"), ...rest }));
}

const roleKeys = ["bots", "testers"];
const groupKeys = ["robots", "crew"];
const schemeKeys = ["delivery", "plain"];
const allHolders = holdersOf([...siteRoles, ...roleKeys], [...siteGroups, ...groupKeys]);
const descriptions = fc.constantFrom("", "What it is for");
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });

const unlike = <T>(one: fc.Arbitrary<T>) =>
  fc.uniqueArray(one, { selector: (value) => JSON.stringify(value), maxLength: 3 });
const someHolder = fc.constantFrom(...allHolders);
const someScheme = fc.constantFrom(...siteSchemes, ...schemeKeys);
const someRole = fc.constantFrom(...siteRoles, ...roleKeys);
const someGroup = fc.constantFrom(...siteGroups, ...groupKeys);
const somebody = fc.constantFrom(...people);

const wishedEntries: fc.Arbitrary<WishedEntries> = fc.record({
  grants: unlike(fc.record({ scheme: someScheme, permission: fc.constantFrom(...permissions), holder: someHolder })),
  actors: unlike(
    fc.record({
      project: fc.constantFrom(...projects),
      role: someRole,
      who: fc.oneof(fc.record({ user: somebody }), fc.record({ group: someGroup })),
    }),
  ),
  members: unlike(fc.record({ group: someGroup, user: somebody })),
  defaults: mapOf([...siteRoles, ...roleKeys], actorsFrom([...siteGroups, ...groupKeys])),
});

const wishes: fc.Arbitrary<Wish> = fc.record({
  roles: named(roleKeys, fc.record({ description: descriptions })),
  groups: named(groupKeys, fc.record({ members: maybe(some(people)) })),
  schemes: named(
    schemeKeys,
    fc.record({ description: descriptions, grants: maybe(mapOf(permissions, some(allHolders))) }),
  ),
  holderGrants: fc.uniqueArray(
    fc.record({
      scheme: someScheme,
      holder: someHolder,
      permissions: some(permissions, 1),
    }),
    { selector: ({ scheme, holder }) => `${holder}@${scheme}`, maxLength: 3 },
  ),
  actors: fc.uniqueArray(
    fc.record({
      project: fc.constantFrom(...projects),
      role: someRole,
      users: some(people),
      groups: some([...siteGroups, ...groupKeys]),
    }),
    { selector: ({ project, role }) => `${project}/${role}`, maxLength: 3 },
  ),
  associations: mapOf(projects, fc.constantFrom(...siteSchemes, ...schemeKeys)),
  entries: wishedEntries,
});

/** Two stacks over such a site, one after the other; a scheme whose whole list was declared keeps to that. */
export const successiveWishes = fc.tuple(wishes, wishes).map(([first, second]): [Wish, Wish] => {
  const kept = Object.entries(second.schemes).map(([key, scheme]) => {
    const wasWhole = first.schemes[key]?.grants !== undefined;
    return [key, { ...scheme, grants: scheme.grants ?? (wasWhole ? {} : undefined) }];
  });
  return [first, { ...second, schemes: Object.fromEntries(kept) }];
});
