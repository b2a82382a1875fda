import { basename, relative } from "node:path";
import { EngineError, StackError } from "../../errors.js";
import { stackFileOf } from "../../stack/stack-files.js";
import { withAdvice } from "../engine/advise.js";
import { runPulumi } from "../engine/run-pulumi.js";

/** How help texts describe the argument STACK. */
export const stackArgumentHelp = "name of a stack or path of a stack file (default: the selected Pulumi stack)";

/** The stack that a verb is about. */
export interface ChosenStack {
  /** What Pulumi calls it. */
  readonly name: string;
  /** Its stack file, which is there. */
  readonly file: string;
}

/**
 * The stack that an argument names, by default the one that is selected in Pulumi.
 * @throws StackError when it has no file.
 * @throws EngineError when none is named and none selected.
 */
export async function chooseStack(argument: string | undefined): Promise<ChosenStack> {
  const chosen = argument ?? (await selectedStack());
  const file = stackFileOf(chosen);
  return { name: basename(file).replace(/\.ya?ml$/, ""), file };
}

/**
 * The same, for a verb that can do without a stack: undefined when none is named, and none with a file is selected.
 * @throws StackError when one is named, and has no file.
 */
export async function chooseStackIfAny(argument: string | undefined): Promise<ChosenStack | undefined> {
  try {
    return await chooseStack(argument);
  } catch (error) {
    if (argument === undefined && (error instanceof EngineError || error instanceof StackError)) return undefined;
    throw error;
  }
}

/**
 * Makes sure that the Pulumi program reads the file of a chosen stack.
 * @throws EngineError when it would read another.
 */
export function requireOwnFile({ name, file }: ChosenStack): void {
  const own = stackFileOf(name);
  if (relative(own, file) !== "")
    throw new EngineError(`stack ${name} is declared by ${own}, not by ${file}: give its name, or move the file there`);
}

async function selectedStack(): Promise<string> {
  const { exitCode, stdout, stderr } = await runPulumi(["stack", "--show-name"]);
  const name = stdout.trim();
  if (exitCode === 0 && name !== "") return name;
  throw new EngineError(
    `no stack is named and none is selected: name one.\n${withAdvice(`pulumi stack: ${stderr.trim()}`)}`,
  );
}
