import { z } from "zod";

const count = z.int().min(0);

const finding = z.object({
  rule: z.string().describe("The check that found it: a key of `rules`."),
  level: z.enum(["error", "warning", "note"]).describe("How grave it is; notes change no exit code."),
  subject: z.string().describe("What it is about, as people know it."),
  message: z.string(),
  key: z.string().describe("Stays the same while the same thing is found again and again, wherever it stands."),
  place: z
    .object({ file: z.string(), line: z.int().min(1), column: z.int().min(1) })
    .exactOptional()
    .describe("Where in a stack file it stands; line and column count from 1."),
});

const coverage = z.object({
  what: z.string(),
  managed: count.describe("How many of them the stack keeps."),
  unmanaged: z.array(z.string()).describe("The names of the others."),
  percent: z.int().min(0).max(100).describe("How much of them the stack keeps."),
});

/** What `--json` prints of findings. */
export const findingsSchema = z
  .object({
    format_version: z.literal(1).describe("Grows when something in here changes its meaning or goes."),
    title: z.string().describe("The command."),
    stack: z.string().exactOptional().describe("The stack that it is about."),
    rules: z.record(z.string(), z.string()).describe("What was checked: a sentence for each rule."),
    findings: z.array(finding),
    held: z
      .array(z.object({ rule: z.string(), subject: z.string() }))
      .describe("What a rule was found to hold for, one by one."),
    coverage: z.array(coverage).exactOptional().describe("How much of the site the stack keeps."),
    fault: z
      .object({ kind: z.string(), message: z.string() })
      .exactOptional()
      .describe("Why nothing could be told; then there are no findings, and the command ends with 1."),
  })
  .meta({ title: "Findings of jira-access" });

/** Findings as `--json` prints them. */
export type FindingsDocument = z.output<typeof findingsSchema>;
