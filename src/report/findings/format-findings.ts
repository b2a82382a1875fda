import type { FindingReport } from "../../model/finding.js";
import { toJson } from "./to-json.js";
import { toJunit } from "./to-junit.js";
import { toMarkdown } from "./to-markdown.js";
import { toSarif } from "./to-sarif.js";
import { toText } from "./to-text.js";

const writers = {
  text: toText,
  json: toJson,
  markdown: toMarkdown,
  sarif: toSarif,
  junit: toJunit,
} as const;

/** A form in which findings can be written. */
export type FindingFormat = keyof typeof writers;

/** The forms in which findings can be written. */
export const findingFormats = Object.keys(writers) as readonly FindingFormat[];

/** The findings as text of that form, without a line break at its end. */
export function formatFindings(report: FindingReport, format: FindingFormat): string {
  return writers[format](report);
}
