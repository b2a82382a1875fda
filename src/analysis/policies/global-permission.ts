import { z } from "zod";
import { describePermission } from "../../catalogue/permissions.js";
import type { PermissionKey } from "../../model/grant.js";
import { isAccountOf } from "./integration-holders.js";
import { definePolicy } from "./policy.js";
import { formatMembership } from "./right-text.js";

/**
 * No integration has global permissions. Jira grants those to groups and tells nobody which, so what is judged is what
 * a declaration can say: what it tolerates, and whom it puts into a group that is known to hold them.
 */
export const globalPermission = definePolicy({
  name: "global-permission",
  severity: "high",
  summary: "No integration has a global permission such as BULK_CHANGE.",
  remediation: "Take the account out of the group, or the permission from the group, and tolerate nothing global.",
  options: {
    groups: z
      .array(z.string())
      .default(["administrators", "jira-administrators", "org-admins", "site-admins"])
      .describe("Groups that hold global permissions on the site."),
    allow: z
      .array(z.string())
      .default([])
      .describe("Global permissions that any integration may have, such as USER_PICKER."),
  },
  judge: ({ integrations, memberships }, { groups, allow }) => {
    if (integrations.length === 0) return { notApplicable: "no integration is declared" };
    const isRefused = (key: PermissionKey) => describePermission(key)?.level === "global" && !allow.includes(key);
    const violations = integrations.flatMap((integration) => {
      const { key, account, permissions, tolerate, source } = integration;
      const kept = [...permissions, ...Object.keys(tolerate)].filter(isRefused).map((permission) => ({
        right: `global ${permission} / ${account}`,
        source,
        message: `${key} may have the global permission ${permission}: ${describePermission(permission)?.summary}`,
      }));
      const joined = memberships
        .filter(({ group, user }) => groups.includes(group) && isAccountOf(integration, user))
        .map((membership) => ({
          right: formatMembership(membership),
          source: membership.source,
          message: `${key} is put into ${membership.group}, a group that holds global permissions`,
        }));
      return [...kept, ...joined];
    });
    return { violations };
  },
});
