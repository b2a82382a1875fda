import { describePermission } from "../../catalogue/permissions.js";
import { graveRisks } from "../../catalogue/risk.js";
import type { Drift } from "../../model/drift.js";

/** How grave a drift is: an error where somebody gains what takes over, destroys or impersonates, else a warning. */
export function gradeDrift({ gains, change }: Drift): "error" | "warning" {
  const words = (change?.path ?? []).flatMap((step) => step.split(" "));
  const risks = words.flatMap((word) => describePermission(word)?.risk ?? []);
  return gains && risks.some((risk) => graveRisks.includes(risk)) ? "error" : "warning";
}
