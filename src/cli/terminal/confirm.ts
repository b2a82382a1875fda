import { CommanderError } from "commander";
import { exitCodes } from "../../catalogue/exit-codes.js";
import { ask } from "./ask.js";

/**
 * Asks whether to go on; `given` answers in advance.
 * @returns whether the answer was yes.
 * @throws CommanderError where nobody can be asked and nothing was given.
 */
export async function confirm(question: string, given: boolean): Promise<boolean> {
  if (given) return true;
  const answer = await ask(`${question} [y/N] `);
  if (answer !== undefined) return /^y(es)?$/i.test(answer);
  const message = `${question} Nobody can be asked here: run it again with --yes`;
  throw new CommanderError(exitCodes.failed, "jira-access.unconfirmed", message);
}
