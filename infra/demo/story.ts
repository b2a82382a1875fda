import { styleText } from "node:util";
import type { Attempt } from "./proof.js";

/** One line of the closing table: what was shown, what came out, and whether it is as it must be. */
export interface Result {
  readonly what: string;
  readonly outcome: string;
  readonly good: boolean;
}

/** Prints the headline of a step. */
export function tell(headline: string): void {
  console.log(`\n${paint("bold", headline)}`);
}

/** The first of some lines, and how many follow. */
export function cut(lines: readonly string[], most: number): readonly string[] {
  const more = lines.length - most;
  return more > 0 ? [...lines.slice(0, most), `  … ${more} more lines`] : lines;
}

/** Prints lines under a headline. */
export function show(lines: readonly string[]): void {
  for (const line of lines) console.log(`  ${paintDifference(line)}`);
}

/** Attempts as lines: who tried what, and what Jira answered. */
export function describeAttempts(attempts: readonly Attempt[]): string[] {
  return attempts.map(({ account, what, status, expected }) => {
    const verdict = expected.includes(status) ? (status < 300 ? "allowed" : "refused") : "NOT AS IT MUST BE";
    return `${account.padEnd(14)} ${what.padEnd(26)} ${status}  ${verdict}`;
  });
}

/** The closing table. */
export function describeResults(results: readonly Result[]): string[] {
  const width = Math.max(...results.map(({ what }) => what.length));
  return results.map(({ what, outcome, good }) => `${good ? "ok  " : "FAIL"}  ${what.padEnd(width)}  ${outcome}`);
}

function paintDifference(line: string): string {
  if (/^\s*\+/.test(line)) return paint("green", line);
  if (/^\s*-/.test(line)) return paint("red", line);
  return /^(FAIL|.*NOT AS IT MUST BE$)/.test(line) ? paint("red", line) : line;
}

function paint(style: "bold" | "green" | "red", text: string): string {
  return styleText(style, text, { stream: process.stdout });
}
