import type { AccessPreview, AccessShift } from "../../model/preview.js";
import { describeProofFinding, describeViolation } from "../../report/preview/describe-judgement.js";
import { describeGradedShift } from "../../report/preview/describe-shift.js";
import { printable } from "../../report/printable.js";

/** A preview for a terminal: what changes, then who gains and who loses what. */
export function describePreview(preview: AccessPreview): string {
  const { changes, gains, losses, unclear, givenUp, proof, violations = [] } = preview;
  const lines = [
    ...changes.flatMap(({ kind, name, entries }) => [
      `${kind} ${printable(name)}:`,
      ...entries.map(({ sign, text }) => `  ${sign} ${printable(text)}`),
    ]),
    ...describeList("gains", gains),
    ...describeList("losses", losses),
    ...describeList("only the site can tell", unclear),
    ...(givenUp === 0
      ? []
      : [`who gains or loses by the ${givenUp} resources that the stack gives up is not counted above`]),
    ...describeTexts("policies object", violations.map(describeViolation)),
    ...describeTexts("beside what is declared, on the site as it is", proof.map(describeProofFinding)),
  ];
  return lines.length === 0 ? "nothing changes" : lines.join("\n");
}

function describeList(title: string, shifts: readonly AccessShift[]): readonly string[] {
  return describeTexts(title, shifts.map(describeGradedShift));
}

function describeTexts(title: string, texts: readonly string[]): readonly string[] {
  return texts.length === 0 ? [] : [`${title}:`, ...texts.map((text) => `  ${printable(text)}`)];
}
