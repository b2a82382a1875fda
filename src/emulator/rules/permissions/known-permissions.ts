import { isHiddenPermission, permissions } from "../../../catalogue/permissions.js";
import type { Site } from "../../state/state.js";

/** A permission that a site knows, as its API describes it. */
export interface KnownPermission {
  readonly key: string;
  readonly name: string;
  readonly description: string;
  readonly type: "PROJECT" | "GLOBAL";
}

const builtIn: readonly KnownPermission[] = Object.entries(permissions)
  .filter(([key]) => !isHiddenPermission(key))
  .map(([key, { level, summary }]) => ({
    key,
    name: toTitle(key),
    description: summary,
    type: level === "project" ? "PROJECT" : "GLOBAL",
  }));

/** Every permission that the site knows: Jira's own but the hidden ones, and those of its apps. */
export function listPermissions(site: Site): KnownPermission[] {
  const fromApps = site.appPermissions.map(({ key, name, level }) => ({
    key,
    name,
    description: name,
    type: level === "project" ? ("PROJECT" as const) : ("GLOBAL" as const),
  }));
  return [...builtIn, ...fromApps];
}

/** Whether the site knows the key as a permission of that type. */
export function isKnownPermission(site: Site, key: string, type: KnownPermission["type"]): boolean {
  return listPermissions(site).some((permission) => permission.key === key && permission.type === type);
}

function toTitle(key: string): string {
  const words = key.toLowerCase().replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
