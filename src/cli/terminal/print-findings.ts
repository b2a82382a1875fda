import { Option } from "commander";
import { exitCodes } from "../../catalogue/exit-codes.js";
import { type FindingReport, graveFindings } from "../../model/finding.js";
import { type FindingFormat, findingFormats, formatFindings } from "../../report/format-findings.js";
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
 * Prints findings on stdout, and sets the exit code by whether there is more than notes.
 * @param before what people read before the findings, or instead of none; other forms do without it.
 */
export function printFindings(report: FindingReport, { format, json }: FindingOptions, before = ""): void {
  const text = formatFindings(report, json ? "json" : format);
  const isForPeople = !json && format === "text";
  printOut([isForPeople ? before : "", text].filter((part) => part !== "").join("\n\n"));
  setExitCode(report);
}

/** Ends the process with 2 where there is more than notes, with 0 where not. */
export function setExitCode(report: Pick<FindingReport, "findings">): void {
  process.exitCode = graveFindings(report).length > 0 ? exitCodes.found : exitCodes.clean;
}
