import { Command } from "commander";
import { editorSchema } from "../stack/editor-schema.js";

/** The verb `schema`: prints the JSON Schema of stack files, for editors. */
export function schemaCommand(): Command {
  return new Command("schema")
    .description("print the JSON Schema of stack files, for editors")
    .addHelpText("after", "\nExample:\n  jira-access schema > docs/stack.schema.json")
    .action(() => void process.stdout.write(editorSchema()));
}
