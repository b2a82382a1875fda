import { z } from "zod";
import { describePermission } from "../../catalogue/permissions.js";
import { risks } from "../../catalogue/risk.js";
import { heldBy } from "./integration-holders.js";
import { definePolicy } from "./policy.js";
import { formatGrant } from "./right-text.js";

/** No integration is granted what destroys or takes over, whether it is declared to need that or not. */
export const destructiveIntegration = definePolicy({
  name: "destructive-integration",
  severity: "critical",
  summary: "Integrations are granted no permission that destroys or takes over.",
  remediation: "Take the grant away; where the integration cannot work without it, except it with a reason and an end.",
  options: {
    tiers: z.array(z.enum(risks)).default(["takes-over", "destroys"]).describe("The tiers of risk that are refused."),
  },
  judge: (rights, { tiers }) => {
    if (rights.integrations.length === 0) return { notApplicable: "no integration is declared" };
    const violations = rights.integrations.flatMap((integration) => {
      const isHeld = heldBy(integration, rights);
      return rights.grants.flatMap((grant) => {
        const permission = describePermission(grant.permission);
        if (permission === undefined || !tiers.includes(permission.risk) || !isHeld(grant.holder)) return [];
        const message = `${integration.key} is granted ${grant.permission}, which ${permission.risk.replace("-", " ")}: ${permission.summary}`;
        return [{ right: formatGrant(grant), source: grant.source, message }];
      });
    });
    return { violations };
  },
});
