import { Argument, Command } from "commander";
import { findingsSchema } from "../report/findings/findings-schema.js";
import { previewSchema } from "../report/preview/preview-schema.js";
import { writeSchema } from "../report/write-schema.js";
import { stackSchema } from "../stack/schema/schema.js";
import { printFile } from "./terminal/print-out.js";

const writers = {
  stack: () => writeSchema(stackSchema),
  findings: () => writeSchema(findingsSchema),
  preview: () => writeSchema(previewSchema),
} as const;

const examples = `
Examples:
  jira-access schema > stack.schema.json               of stack files, for editors
  jira-access schema findings > findings.schema.json   of what drift and unused print with --json
  jira-access schema preview > preview.schema.json     of what preview prints with --json

Exit code: 0.`;

/** The verb `schema`: prints the JSON Schema of stack files, or of what other verbs print. */
export function schemaCommand(): Command {
  return new Command("schema")
    .description("print the JSON Schema of stack files, or of what is printed with --json")
    .addArgument(new Argument("[what]", "whose schema").choices(Object.keys(writers)).default("stack"))
    .addHelpText("after", examples)
    .action((what: keyof typeof writers) => printFile(writers[what]()));
}
