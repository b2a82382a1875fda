import fc from "fast-check";
import { expect, it } from "vitest";
import { formatHolder } from "../../../src/model/holder.js";
import { expandStack } from "../../../src/stack/expand/expand-stack.js";
import type { Declaration } from "../../../src/stack/schema/schema.js";

const projectKeys = ["PAY", "WEB", "OPS", "SUP"];
const schemeKeys = ["delivery", "operations", "plain"];
const siteNames = ["Default", "Old", "operations"];
const permissionKeys = ["BROWSE_PROJECTS", "ADD_COMMENTS", "EDIT_ISSUES"];
const roleNames = ["Developers", "Integration: one", "Bots"];
const accounts = ["ann@acme.example", "one@acme.example", "two@acme.example"];

const some = <T>(items: readonly T[], least = 0) => fc.uniqueArray(fc.constantFrom(...items), { minLength: least });
const mapOf = <T>(keys: readonly string[], value: fc.Arbitrary<T>) => fc.dictionary(fc.constantFrom(...keys), value);
const maybe = <T extends object>(shape: fc.Arbitrary<T>) => fc.oneof(shape, fc.constant({}));

const holders = fc.uniqueArray(
  fc.oneof(
    fc.constantFrom(...roleNames).map((name) => ({ type: "projectRole" as const, name })),
    fc.constant({ type: "reporter" as const }),
  ),
  { selector: formatHolder },
);
const actors = fc.record({ users: some(accounts), groups: some(["g", "h"]) });
const reference = fc.oneof(
  fc.constantFrom(...schemeKeys),
  fc.constantFrom(...siteNames).map((site) => ({ site })),
);
const integrationUser = (account: string) =>
  fc.record({ account: fc.constant(account), projects: some(projectKeys, 1), permissions: some(permissionKeys, 1) });

const declarations: fc.Arbitrary<Declaration> = fc.record({
  integrationUsers: fc.record({
    one: integrationUser("one@acme.example"),
    two: integrationUser("two@acme.example").map((user) => ({ ...user, role: "Bots" })),
  }),
  permissionSchemes: fc.record({
    delivery: fc.record({ grants: mapOf(permissionKeys, holders) }),
    operations: maybe(fc.record({ name: fc.constant("Operations"), grants: mapOf(permissionKeys, holders) })),
    plain: fc.constant({}),
  }),
  projects: mapOf(
    projectKeys,
    fc.oneof(
      fc.record({ permissionScheme: reference, roles: mapOf(roleNames, actors) }),
      fc.record({ roles: mapOf(roleNames, actors) }),
    ),
  ),
  projectRoles: maybe(fc.record({ Developers: fc.constant({}), bots: fc.constant({ name: "Bots" }) })),
  groups: fc.constant({}),
});
const sites = mapOf(projectKeys, fc.constantFrom(...siteNames, "Operations", "delivery"));

const sorted = (items: Iterable<string>) => [...items].sort();
const distinct = (items: Iterable<string>) => sorted(new Set(items));

/** The scheme of a project, as text, by the rules of the file's reference; undefined when nobody knows it. */
function schemeText(declaration: Declaration, site: Record<string, string>, project: string): string | undefined {
  const written = declaration.projects[project]?.permissionScheme;
  if (typeof written === "string") return `key ${written}`;
  if (written !== undefined) return `site ${written.site}`;
  const name = site[project];
  const key = Object.entries(declaration.permissionSchemes).find(([key, scheme]) => (scheme.name ?? key) === name)?.[0];
  return key !== undefined ? `key ${key}` : name === undefined ? undefined : `site ${name}`;
}

it("expansion loses and doubles no grant", () => {
  fc.assert(
    fc.property(declarations, sites, (declaration, site) => {
      const listed = Object.entries(declaration.permissionSchemes).flatMap(([key, { grants = {} }]) =>
        Object.entries(grants).flatMap(([permission, holders]) =>
          holders.map((holder) => `key ${key} ${permission} ${formatHolder(holder)}`),
        ),
      );
      const needed = Object.entries(declaration.integrationUsers).flatMap(([key, { projects, permissions, role }]) =>
        projects.flatMap((project) => {
          const scheme = schemeText(declaration, site, project);
          const holder = `projectRole:${role ?? `Integration: ${key}`}`;
          return scheme === undefined ? [] : permissions.map((permission) => `${scheme} ${permission} ${holder}`);
        }),
      );
      const desired = expandStack({ declaration }, (project) => site[project]);
      const merged = desired.schemes.flatMap(({ key, grants = [] }) =>
        grants.map(({ permission, holder }) => `key ${key} ${permission} ${formatHolder(holder)}`),
      );
      const alone = desired.holderGrants.flatMap(({ scheme, holder, permissions }) => {
        const text = "declared" in scheme ? `key ${scheme.declared}` : `site ${scheme.site}`;
        return permissions.map((permission) => `${text} ${permission} ${formatHolder(holder)}`);
      });
      expect(sorted([...merged, ...alone])).toEqual(distinct([...listed, ...needed]));
      expect(distinct(desired.holderGrants.map(({ key }) => key))).toHaveLength(desired.holderGrants.length);
    }),
    { numRuns: 1000 },
  );
});

it("expansion loses and doubles no actor", () => {
  fc.assert(
    fc.property(declarations, (declaration) => {
      const listed = Object.entries(declaration.projects).flatMap(([project, { roles = {} }]) =>
        Object.entries(roles).flatMap(([role, { users = [], groups = [] }]) =>
          [...users, ...groups].map((actor) => `${project} ${role} ${actor}`),
        ),
      );
      const needed = Object.entries(declaration.integrationUsers).flatMap(([key, { account, projects, role }]) =>
        projects.map((project) => `${project} ${role ?? `Integration: ${key}`} ${account}`),
      );
      const { actors } = expandStack({ declaration });
      const found = actors.flatMap(({ project, role, users, groups }) =>
        [...users, ...groups].map((actor) => `${project} ${role} ${actor}`),
      );
      expect(sorted(found)).toEqual(distinct([...listed, ...needed]));
      const pairs = actors.map(({ project, role }) => `${project} ${role}`);
      expect(distinct(pairs)).toHaveLength(pairs.length);
    }),
    { numRuns: 1000 },
  );
});

it("expansion makes every role that an integration user holds exactly once", () => {
  fc.assert(
    fc.property(declarations, (declaration) => {
      const names = expandStack({ declaration }).roles.map(({ name }) => name);
      expect(distinct(names)).toHaveLength(names.length);
      expect(names).toEqual(expect.arrayContaining(["Integration: one", "Bots"]));
    }),
  );
});
