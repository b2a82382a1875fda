import { Command } from "commander";
import { exitCodes } from "../catalogue/exit-codes.js";
import { formatFault, StackError, type StackFault } from "../errors.js";
import { readStack } from "../stack/read-stack.js";
import { stackFileOf, stackFiles } from "../stack/stack-files.js";

/** What became of one stack file. */
export interface FileValidation {
  readonly file: string;
  readonly ok: boolean;
  readonly faults: readonly StackFault[];
}

const examples = `
Examples:
  jira-access validate                    every stack file in stacks/
  jira-access validate demo               stacks/demo.yaml
  jira-access validate path/to/file.yaml  one file
  jira-access validate --json             for scripts

Exit code: 0 when all files are valid, 1 when one is not.`;

/** The command `validate`: checks stack files without asking any site. */
export function validateCommand(): Command {
  return new Command("validate")
    .description("check stack files offline")
    .argument("[stack...]", "names of stacks or paths of stack files (default: every stack file in stacks/)")
    .option("--json", "print the result as JSON on stdout")
    .addHelpText("after", examples)
    .action((stacks: string[], options: { json?: true }) => print(validateStacks(stacks), options.json === true));
}

/** Checks stacks given by name or path, by default every stack file of `folder`; faults are returned, not thrown. */
export function validateStacks(stacks: readonly string[], folder = "stacks"): FileValidation[] {
  const wanted = stacks.length > 0 ? stacks : stackFiles(folder);
  return wanted.map((stack) => validateStack(stack, folder));
}

function validateStack(stack: string, folder: string): FileValidation {
  try {
    const { file } = readStack(stackFileOf(stack, folder));
    return { file, ok: true, faults: [] };
  } catch (error) {
    if (!(error instanceof StackError)) throw error;
    return { file: error.faults[0]?.file ?? stack, ok: false, faults: error.faults };
  }
}

function print(files: readonly FileValidation[], json: boolean): void {
  if (json) process.stdout.write(`${JSON.stringify({ files }, null, 2)}\n`);
  else
    for (const { file, ok, faults } of files) {
      if (ok) process.stdout.write(`${file}: ok\n`);
      for (const fault of faults) process.stderr.write(`${formatFault(fault)}\n`);
    }
  if (files.length === 0) process.stderr.write("no stack files in stacks/; name a stack or a file\n");
  process.exitCode = files.length > 0 && files.every(({ ok }) => ok) ? exitCodes.clean : exitCodes.failed;
}
