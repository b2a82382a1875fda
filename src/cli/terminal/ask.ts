import { once } from "node:events";
import { createInterface } from "node:readline/promises";
import { canAsk } from "./dialogue.js";

/**
 * What somebody at the terminal answers to a question, which goes to stderr; undefined where nobody can be asked, or
 * where Ctrl-D takes the place of an answer. Ctrl-C ends the process as it always does.
 */
export async function ask(question: string): Promise<string | undefined> {
  if (!canAsk()) return undefined;
  const prompt = createInterface({ input: process.stdin, output: process.stderr });
  prompt.once("SIGINT", () => {
    prompt.close();
    process.kill(process.pid, "SIGINT");
  });
  // Some versions of Node reject a question that is left, others never answer it.
  const left = once(prompt, "close").then(() => undefined);
  const answer = await Promise.race([prompt.question(question).catch(unlessLeft), left]);
  if (answer === undefined) process.stderr.write("\n");
  prompt.close();
  return answer?.trim();
}

function unlessLeft(error: Error): undefined {
  if (error.name !== "AbortError") throw error;
}
