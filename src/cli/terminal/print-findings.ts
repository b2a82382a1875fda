import { Option } from "commander";
import { exitCodes } from "../../catalogue/exit-codes.js";
import { presentable } from "../../errors.js";
import { type Fault, type FindingReport, graveFindings } from "../../model/finding.js";
import { type FindingFormat, findingFormats, formatFindings } from "../../report/findings/format-findings.js";
import { printOut } from "./print-out.js";

/** How findings are to be printed, as the options say. */
export interface FindingOptions {
  readonly format: FindingFormat;
  /** The same as the format `json`. */
  readonly json?: true;
}

/** The option `--format` of every verb that finds something. */
export function formatOption(): Option {
  return new Option("--format <format>", "how findings are written").choices(findingFormats).default("text");
}

/**
 * Prints what work finds, as `printFindings` does. Where it fails, programs that read the output find there why, in the
 * form that they asked for, and what was thrown is thrown on.
 * @param about what a report about nothing but the failure says of itself.
 */
export async function tellFindings(
  about: Pick<FindingReport, "title" | "stack" | "rules">,
  options: FindingOptions,
  work: () => Promise<FindingReport>,
): Promise<FindingReport> {
  const report = await work().catch((error: unknown) => {
    if (!isForPeople(options)) printReport({ ...about, findings: [], fault: toFault(error) }, options);
    throw error;
  });
  printFindings(report, options);
  return report;
}

/**
 * Prints findings on stdout, and sets the exit code by whether there is more than notes.
 * @param before what people read before the findings, or instead of none; other forms do without it.
 */
export function printFindings(report: FindingReport, options: FindingOptions, before = ""): void {
  printReport(report, options, isForPeople(options) ? before : "");
  setExitCode(report);
}

/** Ends the process with 2 where there is more than notes, with 0 where not. */
export function setExitCode(report: Pick<FindingReport, "findings">): void {
  process.exitCode = graveFindings(report).length > 0 ? exitCodes.found : exitCodes.clean;
}

function printReport(report: FindingReport, { format, json }: FindingOptions, before = ""): void {
  const text = formatFindings(report, json ? "json" : format);
  printOut([before, text].filter((part) => part !== "").join("\n\n"));
}

function isForPeople({ format, json }: FindingOptions): boolean {
  return !json && format === "text";
}

function toFault(error: unknown): Fault {
  if (!(error instanceof Error)) return { kind: "unexpected", message: presentable(String(error)) };
  const kind = "kind" in error && typeof error.kind === "string" ? error.kind : "unexpected";
  return { kind, message: presentable(error.message) };
}
