import { beyondBaseline } from "./beyond-baseline.js";
import { destructiveIntegration } from "./destructive-integration.js";
import { globalPermission } from "./global-permission.js";
import type { Policy } from "./policy.js";
import { publicGrant } from "./public-grant.js";
import { wideRole } from "./wide-role.js";

/** Every policy, in the order in which they are told about. */
export const policies: readonly Policy[] = [
  destructiveIntegration,
  publicGrant,
  beyondBaseline,
  wideRole,
  globalPermission,
];
