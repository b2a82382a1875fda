import { Command } from "commander";
import { editorSchema } from "../stack/schema/editor-schema.js";
import { printFile } from "./terminal/print-out.js";

const examples = `
Examples:
  jira-access schema > stack.schema.json

Exit code: 0.`;

/** The verb `schema`: prints the JSON Schema of stack files, for editors. */
export function schemaCommand(): Command {
  return new Command("schema")
    .description("print the JSON Schema of stack files, for editors")
    .addHelpText("after", examples)
    .action(() => printFile(editorSchema()));
}
