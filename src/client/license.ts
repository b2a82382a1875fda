import { z } from "zod";
import type { JiraClient } from "./create-client.js";

const plans = { UNLICENSED: "unlicensed", FREE: "free", PAID: "paid" } as const;

/** What a site pays for a product. */
export type Plan = (typeof plans)[keyof typeof plans];

const answer = z.object({
  applications: z.array(z.object({ id: z.string(), plan: z.enum(["UNLICENSED", "FREE", "PAID"]) })),
});

/** The plan of each product by its key. Needs access to Jira, and `manage:jira-configuration`. */
export async function getPlans(client: JiraClient): Promise<ReadonlyMap<string, Plan>> {
  const { applications } = await client.call("getLicense", {}, answer);
  return new Map(applications.map(({ id, plan }) => [id, plans[plan]]));
}
