/** A line that a command printed, and when, counted from its start. */
export interface TimedLine {
  readonly text: string;
  readonly seconds: number;
}

/** What somebody who waits for the demo sees, and when. */
export interface Stage {
  readonly seen: string;
  readonly seconds: number;
}

/** The stage at which the demo is of use for the first time. */
export const firstOutput = "the first useful output: what a stack would change on a site";

/**
 * The stages of a demo that began in a clone where nothing is installed.
 * @throws Error when one of them is not in what was printed.
 */
export function findStages(lines: readonly TimedLine[]): readonly Stage[] {
  const preview = indexOf(lines, /^1\. /);
  const inPreview = lines.slice(preview + 1);
  return [
    { seen: "npm packages are installed", seconds: secondsOf(lines, /^Compiling$/) },
    { seen: "all is compiled, and the Pulumi CLI looked at", seconds: secondsOf(lines, /^1\. /) },
    { seen: firstOutput, seconds: secondsOf(inPreview, /\S/) },
    { seen: "the end of the story", seconds: secondsOf(lines, /^What this showed$/) },
  ];
}

function secondsOf(lines: readonly TimedLine[], pattern: RegExp): number {
  return lines[indexOf(lines, pattern)]?.seconds ?? 0;
}

function indexOf(lines: readonly TimedLine[], pattern: RegExp): number {
  const index = lines.findIndex(({ text }) => pattern.test(text));
  if (index < 0)
    throw new Error(`nothing was printed that is like ${pattern}:\n${lines.map(({ text }) => text).join("\n")}`);
  return index;
}
