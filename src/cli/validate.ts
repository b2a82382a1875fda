import { Command } from "commander";
import { exitCodes } from "../catalogue/exit-codes.js";
import { formatFault, StackError, type StackFault } from "../errors.js";
import { assertionsOf, type PlacedAssertion } from "../preflight/assertions-of-file.js";
import { readStack } from "../stack/read-stack.js";
import { stackFileOf, stackFiles } from "../stack/stack-files.js";
import { printAside, printJson, printOut } from "./terminal/print-out.js";

/** What became of one stack file. */
export interface FileValidation {
  readonly file: string;
  readonly ok: boolean;
  readonly faults: readonly StackFault[];
  /** What became of its assertions; absent where it makes none. */
  readonly assertions?: readonly PlacedAssertion[];
}

const examples = `
Examples:
  jira-access validate                    every stack file in stacks/
  jira-access validate demo               stacks/demo.yaml
  jira-access validate path/to/file.yaml  one file
  jira-access validate --json             for scripts

Assertions are checked as far as the file tells; on the site, jira-access verify checks all of them.
Exit code: 0 when all files are valid, 1 when one is not, 2 when one violates an assertion of its own.`;

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
    const read = readStack(stackFileOf(stack, folder));
    const assertions = assertionsOf(read);
    return { file: read.file, ok: true, faults: [], ...(assertions.length === 0 ? {} : { assertions }) };
  } catch (error) {
    if (!(error instanceof StackError)) throw error;
    return { file: error.faults[0]?.file ?? stack, ok: false, faults: error.faults };
  }
}

function print(files: readonly FileValidation[], json: boolean): void {
  if (json) printJson({ files });
  else files.forEach(printFile);
  if (files.length === 0) printAside("no stack files in stacks/; name a stack or a file");
  process.exitCode = exitCodeOf(files);
}

function printFile({ file, ok, faults, assertions = [] }: FileValidation): void {
  const those = (wanted: PlacedAssertion["result"]) => assertions.filter(({ result }) => result === wanted);
  const violated = those("violated");
  const state = violated.length > 0 ? "violates its assertions" : "ok";
  if (ok) printOut(`${file}: ${state}${count(those("holds").length, those("open").length)}`);
  for (const fault of [...faults, ...violated]) printAside(formatFault(fault));
}

function count(holding: number, open: number): string {
  if (holding + open === 0) return "";
  return `; of its assertions ${holding} hold, ${open} only the site can tell`;
}

function exitCodeOf(files: readonly FileValidation[]): number {
  if (files.length === 0 || files.some(({ ok }) => !ok)) return exitCodes.failed;
  const results = files.flatMap(({ assertions = [] }) => assertions.map(({ result }) => result));
  return results.includes("violated") ? exitCodes.found : exitCodes.clean;
}
