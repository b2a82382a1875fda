import { describeFinding } from "../../analysis/findings/describe-finding.js";
import type { AccountProof } from "../../model/access-finding.js";
import { printable } from "../../report/printable.js";

/** A proof as people read it: what it came to, then each finding and each note on a line of its own. */
export function describeProof({ user, account, findings, notes }: AccountProof): string {
  const outcome = findings.length === 0 ? "as declared" : `${findings.length} ${plural(findings.length, "finding")}`;
  return [
    `${user} (${account}): ${outcome}`,
    ...findings.map((finding) => `  ${printable(describeFinding(finding))}`),
    ...notes.map((note) => `  note: ${printable(describeFinding(note))}`),
  ].join("\n");
}

function plural(count: number, word: string): string {
  return count === 1 ? word : `${word}s`;
}
