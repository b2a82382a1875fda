import { createInterface } from "node:readline/promises";
import { CommanderError } from "commander";
import { exitCodes } from "../catalogue/exit-codes.js";

/**
 * Asks whether to go on; `given` answers in advance.
 * @returns whether the answer was yes.
 * @throws CommanderError where nobody can be asked and nothing was given.
 */
export async function confirm(question: string, given: boolean): Promise<boolean> {
  if (given) return true;
  if (!process.stdin.isTTY) {
    const message = `${question} Nobody can be asked here: run it again with --yes`;
    throw new CommanderError(exitCodes.failed, "jira-access.unconfirmed", message);
  }
  const prompt = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return /^y(es)?$/i.test((await prompt.question(`${question} [y/N] `)).trim());
  } finally {
    prompt.close();
  }
}
