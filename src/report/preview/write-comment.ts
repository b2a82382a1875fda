import { type AccessPreview, changesAccess } from "../../model/preview.js";
import { escapeMarkdown } from "../escape-markdown.js";
import { changeSections, countSigns } from "./change-sections.js";
import { judgementSections } from "./judgement-sections.js";
import type { Section } from "./section.js";
import { byTier, nameTier } from "./section.js";
import { gainSections, otherShiftSections, pathSections } from "./shift-sections.js";

/** What the place where a comment stands can take. */
export interface CommentForm {
  /** How long a comment may be, in UTF-16 code units; at least 4,000. */
  readonly mostCharacters: number;
  /** Whether `<details>` folds; else each section has a heading. */
  readonly folds: boolean;
}

const longestName = 100;
const noChange = "No change of access.";
const takenBack = "**Resolved**: an earlier push changed access, and this one changes none any more.";

/**
 * A preview as one comment on a pull request: how much changes, who gains what, gravest first, what changes, and how
 * each gain comes about. Whole sections are left out where it would be too long, least risk first, and it says which.
 * Names that others chose stand as nothing but text.
 * @param before the comment that it takes the place of; where that told of a change and this one has none, it says so.
 */
export function writeComment(
  preview: AccessPreview,
  form: CommentForm = { mostCharacters: 60_000, folds: true },
  before: string = noChange,
): string {
  const all = [
    ...gainSections(preview),
    ...judgementSections(preview),
    ...otherShiftSections(preview),
    ...changeSections(preview),
    ...pathSections(preview),
  ];
  const head = headline(preview, before);
  const expendable = all.map((section, index) => ({ section, index })).sort(leastRiskFirst);
  const shed = new Set<Section>();
  const written = new Map(all.map((section) => [section, writeSection(section, form)]));
  let length = head.length + [...written.values()].reduce((sum, text) => sum + text.length + 2, 0);
  for (const { section } of expendable) {
    if (length + writeShed([...shed], preview).length + 2 <= form.mostCharacters) break;
    shed.add(section);
    length -= (written.get(section)?.length ?? 0) + 2;
  }
  const kept = all.flatMap((section) => (shed.has(section) ? [] : (written.get(section) ?? [])));
  return [head, ...kept, ...(shed.size === 0 ? [] : [writeShed([...shed], preview)])].join("\n\n");
}

/** Whether a comment told of a change of access, or that one was taken back. */
function toldOfChange(comment: string): boolean {
  return !comment.includes(noChange);
}

function headline(preview: AccessPreview, before: string): string {
  const { owner, changes, gains, losses, unclear, givenUp } = preview;
  const title = heading(owner);
  if (!changesAccess(preview))
    return [title, "", toldOfChange(before) ? takenBack : noChange, ...judgements(preview)].join("\n");
  const tiers = byTier(gains).map(([tier, of]) => `${of.length} ${nameTier(tier)}`);
  const entries = countSigns(changes.flatMap((group) => group.entries));
  return [
    title,
    "",
    `**${gains.length} gained**${tiers.length === 0 ? "" : ` (${tiers.join(", ")})`}, ${losses.length} lost, ` +
      `${unclear.length} that only the site can tell; entries changed: ${entries === "" ? "none" : entries}.`,
    ...(givenUp === 0
      ? []
      : ["", `The stack gives up ${givenUp} of its resources: who gains or loses by that is not counted here.`]),
    ...judgements(preview),
  ].join("\n");
}

function judgements({ violations, proof }: AccessPreview): readonly string[] {
  const mandatory = violations?.filter(({ isMandatory }) => isMandatory).length ?? 0;
  const advisory = (violations?.length ?? 0) - mandatory;
  const counts = [
    ...(mandatory > 0 ? [`${mandatory} mandatory`] : []),
    ...(advisory > 0 ? [`${advisory} advisory`] : []),
  ];
  return [
    ...(violations === undefined
      ? []
      : ["", counts.length === 0 ? "Policies object to nothing." : `**Policies object** (${counts.join(", ")}).`]),
    ...(proof.length === 0 ? [] : ["", `On the site as it is, the proof of access finds ${proof.length}.`]),
  ];
}

function heading(owner: string): string {
  return `### Access preview: ${nameShort(owner)}`;
}

function nameShort(name: string): string {
  const characters = [...name];
  return escapeMarkdown(characters.length > longestName ? `${characters.slice(0, longestName).join("")}…` : name);
}

function leastRiskFirst(a: Ranked, b: Ranked): number {
  return b.section.rank - a.section.rank || b.index - a.index;
}

interface Ranked {
  readonly section: Section;
  readonly index: number;
}

function writeSection({ title, body, isOpen }: Section, { folds }: CommentForm): string {
  if (isOpen || !folds) return `#### ${title}\n\n${body}`;
  return `<details><summary>${title}</summary>\n\n${body}\n\n</details>`;
}

function writeShed(shed: readonly Section[], { stack }: AccessPreview): string {
  const topics = [...new Set(shed.map(({ topic }) => topic))].map((topic) => {
    const of = shed.filter((section) => section.topic === topic);
    return `${of.reduce((sum, { count }) => sum + count, 0)} ${topic}`;
  });
  const command = `jira-access preview ${nameShort(stack)} --format json`;
  return `Left out for length: ${topics.join(", ")}. All of it: ${command}`;
}
