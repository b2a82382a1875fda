import type { SchemeId } from "../model/ids.js";
import type { PermissionScheme } from "../model/permission-scheme.js";

/** A short key for each scheme, made of its name: `delivery` for "Delivery permission scheme"; each key once. */
export function schemeKeys(schemes: readonly PermissionScheme[]): ReadonlyMap<SchemeId, string> {
  const taken = new Set<string>();
  return new Map(
    schemes.map(({ id, name }) => {
      const key = free(shorten(name), taken);
      taken.add(key);
      return [id, key];
    }),
  );
}

function shorten(name: string): string {
  const words = name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-+|-+$/g, "");
  return words.replace(/-permission-scheme$/, "") || "scheme";
}

function free(key: string, taken: ReadonlySet<string>): string {
  if (!taken.has(key)) return key;
  for (let number = 2; ; number++) {
    const next = `${key}-${number}`;
    if (!taken.has(next)) return next;
  }
}
