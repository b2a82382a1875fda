import { graveRisks } from "../../catalogue/risk.js";
import type { AccessPreview } from "../../model/preview.js";
import { escapeMarkdown } from "../escape-markdown.js";
import { describeProofFinding, describeViolation } from "./describe-judgement.js";
import type { Section } from "./section.js";

/** What policies object to, then what integration users can do already beside what is declared. */
export function judgementSections({ violations = [], proof }: AccessPreview): readonly Section[] {
  return [
    section("policy violations", "Policies", violations.map(describeViolation), true, 0.05),
    section(
      "findings of the proof",
      "Beside what is declared, on the site as it is",
      proof.map(describeProofFinding),
      false,
      0.1,
    ),
  ].filter(({ count }) => count > 0);
}

function section(topic: string, title: string, lines: readonly string[], isOpen: boolean, after: number): Section {
  const count = lines.length;
  const body = lines.map((line) => `- ${escapeMarkdown(line)}`).join("\n");
  return { topic, count, title: `${title} (${count})`, body, isOpen, rank: graveRisks.length + after };
}
