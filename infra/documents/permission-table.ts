import { permissions } from "../../src/catalogue/permissions.js";
import { type Risk, risks } from "../../src/catalogue/risk.js";
import { table } from "./table.js";

/** Jira's permissions with their tiers of risk, what else each needs and what it allows: gravest first. */
export function permissionTable(level: "project" | "global"): string {
  const rows = Object.entries(permissions)
    .filter(([, permission]) => permission.level === level && permission.category !== "hidden")
    .toSorted(([, one], [, other]) => gravity(one.risk) - gravity(other.risk))
    .map(([key, { risk, needs, summary }]) => [
      `\`${key}\``,
      risk,
      summary,
      needs.filter((need) => need !== "BROWSE_PROJECTS").join(", "),
    ]);
  return table(["permission", "tier", "allows", "needs"], rows);
}

function gravity(risk: Risk): number {
  return risks.indexOf(risk);
}
