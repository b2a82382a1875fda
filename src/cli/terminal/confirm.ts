import { JiraError } from "../../errors.js";
import { ask } from "./ask.js";
import { canAsk } from "./dialogue.js";

/**
 * Asks whether to write to a site; `given` answers in advance.
 * @returns whether the answer was yes.
 * @throws JiraError of kind `refused` where nobody can be asked and nothing was given.
 */
export async function confirm(question: string, given: boolean): Promise<boolean> {
  if (given) return true;
  if (!canAsk()) throw new JiraError("refused", `${question} Nobody can be asked here: run it again with --yes`);
  return /^y(es)?$/i.test((await ask(`${question} [y/N] `)) ?? "");
}
