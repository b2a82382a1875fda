import type { Declaration } from "./schema/schema.js";

/** An entry of a section by its key in the file and its name on the site. */
export interface NamedEntry {
  readonly key: string;
  readonly name: string;
  readonly hasName: boolean;
}

/** The entries of a section whose name defaults to their key. */
export function namedEntries(section: Readonly<Record<string, { readonly name?: string }>>): NamedEntry[] {
  return Object.entries(section).map(([key, { name }]) => ({ key, name: name ?? key, hasName: name !== undefined }));
}

/** The role of an integration user: the one it says, or one of its own. */
export function integrationRole(key: string, { role }: { readonly role?: string }): string {
  return role ?? `Integration: ${key}`;
}

/** The names of all roles that the file makes: the declared ones and those of integration users. */
export function roleNames({ projectRoles, integrationUsers }: Declaration): string[] {
  const own = Object.entries(integrationUsers).map(([key, user]) => integrationRole(key, user));
  return [...namedEntries(projectRoles).map(({ name }) => name), ...own];
}
