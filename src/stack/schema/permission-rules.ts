import {
  describePermission,
  grantablePermissionKeys,
  isAppPermissionKey,
  isBuiltInPermissionKey,
  isHiddenPermission,
  permissions,
} from "../../catalogue/permissions.js";
import { nearest } from "../../model/nearest.js";
import { didYouMean } from "../flaw.js";
import { quote } from "../quote.js";
import type { TextRule } from "./text-rules.js";

/** Permissions that a scheme can grant: Jira's project permissions, and whatever looks like an app's key. */
export const grantablePermissionFault: TextRule = (key) => {
  const permission = describePermission(key);
  if (permission?.level === "global") {
    return `${quote(key)} is a global permission, which permission schemes cannot grant`;
  }
  return knownPermissionFault(key);
};

/** Permissions that an account can hold: what schemes can grant, and the global ones. */
export const knownPermissionFault: TextRule = (key) => {
  if (isHiddenPermission(key)) return `${quote(key)} is kept by Jira itself and cannot be granted`;
  if (isBuiltInPermissionKey(key) || isAppPermissionKey(key)) return undefined;
  return `unknown permission ${quote(key)}${didYouMean(nearPermission(key))}`;
};

/** What is wrong with the permissions of one account, by their index: keys, and what they need besides. */
export function permissionListFaults(keys: readonly string[]): { readonly index: number; readonly message: string }[] {
  const held = new Set(keys.flatMap((key) => [key, nearPermission(key) ?? key]));
  return keys.flatMap((key, index) => {
    const missing = describePermission(key)?.needs.filter((need) => !held.has(need)) ?? [];
    const lacking = missing.length === 0 ? undefined : `${key} gives nothing without ${missing.join(" and ")}`;
    const message = grantablePermissionFault(key) ?? lacking;
    return message === undefined ? [] : [{ index, message }];
  });
}

function nearPermission(key: string): string | undefined {
  return nearest(key, grantablePermissionKeys) ?? nearest(key, Object.keys(permissions));
}
