import {
  describePermission,
  grantablePermissionKeys,
  isAppPermissionKey,
  permissions,
} from "../catalogue/permissions.js";
import { nearest } from "../model/nearest.js";
import { didYouMean } from "./finding.js";
import { quote } from "./quote.js";
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
  const permission = describePermission(key);
  if (permission?.category === "hidden") return `${quote(key)} is kept by Jira itself and cannot be granted`;
  if (permission !== undefined || isAppPermissionKey(key)) return undefined;
  const near = nearest(key, grantablePermissionKeys) ?? nearest(key, Object.keys(permissions));
  return `unknown permission ${quote(key)}${didYouMean(near)}`;
};
