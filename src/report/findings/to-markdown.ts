import type { FindingReport } from "../../model/finding.js";
import { escapeMarkdown } from "../escape-markdown.js";

/** Findings as a table of Markdown; names that others chose cannot make links, mentions or HTML of it. */
export function toMarkdown({ title, findings, fault }: FindingReport): string {
  const heading = `### jira-access ${title}`;
  if (fault !== undefined) return `${heading}\n\nIt cannot be told: ${escapeMarkdown(fault.message)}`;
  if (findings.length === 0) return `${heading}\n\nNothing found.`;
  const rows = findings.map(({ level, subject, message, rule }) => {
    return `| ${level} | ${escapeMarkdown(subject)} | ${escapeMarkdown(message)} | ${escapeMarkdown(rule)} |`;
  });
  return [heading, "", "| level | what | finding | check |", "|---|---|---|---|", ...rows].join("\n");
}
