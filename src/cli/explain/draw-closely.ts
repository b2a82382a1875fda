import { describeRemedy } from "../../analysis/remedies/describe-remedy.js";
import type { RankedRemedies } from "../../analysis/remedies/rank-remedies.js";
import type { Verdict } from "../../model/verdict.js";
import type { Branch } from "../terminal/draw-tree.js";
import type { Closely } from "./explain-access.js";

/** What would change one permission, and what leads to it gives besides. */
export function drawClosely(
  { endedBy, grantedBy, memberships }: Closely,
  outcome: Verdict["outcome"],
): readonly Branch[] {
  return [
    ...memberships.map(drawMembership),
    ...drawChanges("the smallest changes that end it", endedBy),
    ...drawChanges(
      `the smallest changes that grant it${outcome === "conditional" ? " on every issue" : ""}`,
      grantedBy,
    ),
  ];
}

function drawMembership({ of, products, gives, fellows }: Closely["memberships"][number]): Branch {
  const name = of.kind === "group" ? `group ${of.group.name}` : `project role ${of.role.name} of ${of.project}`;
  const more = fellows.total === undefined ? 0 : fellows.total - fellows.names.length;
  const others = more > 0 ? ` and ${more} more` : "";
  return {
    text: `${name} also gives`,
    under: [
      ...(products.length === 0 ? [] : [{ text: `a licence for ${products.join(", ")}` }]),
      ...[...gives].map(([project, permissions]) => ({ text: `in ${project}: ${permissions.join(", ")}` })),
      { text: `to ${fellows.names.join(", ")}${others}` },
    ],
  };
}

function drawChanges(text: string, ranked: readonly RankedRemedies[]): Branch[] {
  const under = ranked.map(({ changes, touchesOthers, besides }) => {
    const permissions = new Set(besides.map(({ permission }) => permission)).size;
    const projects = new Set(besides.map(({ project }) => project)).size;
    const effects = [
      ...(permissions === 0
        ? []
        : [`it changes ${count(permissions, "other permission")} in ${count(projects, "project")}`]),
      ...(touchesOthers ? ["others may feel it"] : []),
    ];
    const told = changes.map(describeRemedy).join(", and ");
    return { text: effects.length === 0 ? told : `${told} (${effects.join("; ")})` };
  });
  return under.length === 0 ? [] : [{ text, under }];
}

function count(number: number, thing: string): string {
  return `${number} ${thing}${number === 1 ? "" : "s"}`;
}
