import { describePermission } from "../../catalogue/permissions.js";
import { graveRisks } from "../../catalogue/risk.js";
import type { AccessPreview, ChangedKind, PlannedEntry, PlannedGroup } from "../../model/preview.js";
import { escapeMarkdown } from "../escape-markdown.js";
import { type Section, tierOf } from "./section.js";

const plurals: Readonly<Record<ChangedKind, string>> = {
  scheme: "schemes",
  project: "projects",
  role: "roles",
  group: "groups",
  account: "accounts",
};

/** What changes, a section for each scheme, project, role, group and account. */
export function changeSections({ changes }: AccessPreview): readonly Section[] {
  return changes.map((group) => ({
    topic: `changes of ${plurals[group.kind]}`,
    count: group.entries.length,
    title: `${group.kind} ${escapeMarkdown(group.name)} (${countSigns(group.entries)})`,
    body: group.entries.map(({ sign, text }) => `- \`${sign}\` ${escapeMarkdown(text)}`).join("\n"),
    isOpen: false,
    rank: gravestTier(group) + graveRisks.length + 0.4,
  }));
}

/** How many entries there are of each sign: `+3 -1`. */
export function countSigns(entries: readonly PlannedEntry[]): string {
  return (["+", "-", "~"] as const)
    .map((sign) => [sign, entries.filter((entry) => entry.sign === sign).length] as const)
    .flatMap(([sign, count]) => (count === 0 ? [] : [`${sign}${count}`]))
    .join(" ");
}

function gravestTier({ entries }: PlannedGroup): number {
  return entries.reduce((gravest, { permission }) => {
    const risk = permission === undefined ? undefined : describePermission(permission)?.risk;
    return Math.min(gravest, tierOf(risk));
  }, tierOf(undefined));
}
