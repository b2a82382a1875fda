import { describePermission } from "../catalogue/permissions.js";
import { type Risk, risks } from "../catalogue/risk.js";

/** A tier of risk, and one for what apps define. */
export type Tier = Risk | "of-apps";

/** Every tier, gravest first. */
export const tiers: readonly Tier[] = [...risks, "of-apps"];

/** What a tier is called, and what its permissions let an account do. */
export const tierWords: Readonly<Record<Tier, { readonly name: string; readonly means: string }>> = {
  "takes-over": { name: "takes over", means: "administers the site or a project, and so can give itself the rest" },
  destroys: { name: "destroys", means: "deletes or archives issues, comments, files or logged work" },
  impersonates: { name: "impersonates", means: "writes in somebody else's name" },
  alters: { name: "alters", means: "changes what others wrote" },
  configures: { name: "configures", means: "changes how projects work and who sees an issue" },
  writes: { name: "writes", means: "adds issues, comments and work of its own" },
  reads: { name: "reads", means: "sees projects, issues and people" },
  "of-apps": { name: "of apps", means: "whatever an app makes of it" },
};

/** The tier of a permission. */
export function tierOf(permission: string): Tier {
  return describePermission(permission)?.risk ?? "of-apps";
}
