import { graveRisks } from "../../catalogue/risk.js";
import type { AccessPreview, AccessShift } from "../../model/preview.js";
import { escapeMarkdown } from "../escape-markdown.js";
import { describeShift } from "./describe-shift.js";
import { mergeShifts } from "./merge-shifts.js";
import { byTier, nameTier, type Section } from "./section.js";

/** What ranks behind the gains of the gravest tiers, whatever it is about. */
const behindGraveGains = graveRisks.length;

/** Who gains what, a section for each tier of risk, gravest first. */
export function gainSections({ gains }: AccessPreview): readonly Section[] {
  return byTier(gains).map(([tier, shifts]) => ({
    topic: "gains",
    count: shifts.length,
    title: `Gains: ${nameTier(tier)} (${shifts.length})`,
    body: tableOf(shifts),
    isOpen: tier < graveRisks.length,
    rank: tier,
  }));
}

/** Who may gain something as only the site can tell, then who loses what. */
export function otherShiftSections({ unclear, losses }: AccessPreview): readonly Section[] {
  return [
    ...byTier(unclear).map((one) => folded("unclear changes", "Only the site can tell", 0.2, one)),
    ...byTier(losses).map((one) => folded("losses", "Losses", 0.6, one)),
  ];
}

/** How each gain is had, one a line. */
export function pathSections({ gains }: AccessPreview): readonly Section[] {
  return byTier(gains).map(([tier, shifts]) => ({
    ...folded("explanations", "How it is gained", 0.8, [tier, shifts]),
    body: shifts.map((shift) => `- ${escapeMarkdown(describeShift(shift))}`).join("\n"),
  }));
}

function folded(
  topic: string,
  title: string,
  after: number,
  [tier, shifts]: readonly [number, readonly AccessShift[]],
) {
  const rank = tier + behindGraveGains + after;
  return {
    topic,
    count: shifts.length,
    title: `${title}: ${nameTier(tier)} (${shifts.length})`,
    body: tableOf(shifts),
    isOpen: false,
    rank,
  };
}

function tableOf(shifts: readonly AccessShift[]): string {
  const rows = mergeShifts(shifts).map(({ accounts, permissions, places }) => {
    return `| ${[accounts, permissions, places].map(listOf).join(" | ")} |`;
  });
  return ["| who | what | where |", "|---|---|---|", ...rows].join("\n");
}

function listOf(texts: readonly string[]): string {
  return texts.map(escapeMarkdown).join(", ");
}
