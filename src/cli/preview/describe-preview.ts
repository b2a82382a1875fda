import type { AccessPreview, AccessShift } from "../../model/preview.js";
import { printable } from "../../report/printable.js";

/** A preview for a terminal: what changes, then who gains and who loses what. */
export function describePreview({ changes, gains, losses, unclear, givenUp }: AccessPreview): string {
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
  ];
  return lines.length === 0 ? "nothing changes" : lines.join("\n");
}

function describeList(title: string, shifts: readonly AccessShift[]): readonly string[] {
  return shifts.length === 0 ? [] : [`${title}:`, ...shifts.map((shift) => `  ${printable(describeShift(shift))}`)];
}

/** One change of access in a line. */
export function describeShift({
  account,
  permission,
  risk,
  project,
  before,
  after,
  paths: [why],
}: AccessShift): string {
  const where = project === undefined ? "everywhere" : `in ${project}`;
  const tier = risk === undefined ? "" : ` (${risk})`;
  return `${account}: ${permission}${tier} ${where}, ${before} → ${after}${why === undefined ? "" : `, ${why}`}`;
}
