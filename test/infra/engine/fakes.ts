import { chmodSync, writeFileSync } from "node:fs";
import type { Run, RunResult } from "../../../infra/engine/run.mjs";

/** Answers commands by the longest prefix of their command line, and remembers them. */
export function fakeRun(answers: Record<string, RunResult>): { run: Run; calls: string[] } {
  const calls: string[] = [];
  const run: Run = async (command, args) => {
    const line = [command.replace(/^.*[\\/]/, "").replace(/\.cmd$/, ""), ...args].join(" ");
    calls.push(line);
    const [, answer] = Object.entries(answers).find(([prefix]) => line.startsWith(prefix)) ?? [];
    if (answer === undefined) throw new Error(`unexpected command: ${line}`);
    const target = args[args.indexOf("-o") + 1];
    if (answer.ok && args.includes("-o") && target !== undefined) writeExecutable(target);
    return answer;
  };
  return { run, calls };
}

/** Progress that shows nothing. */
export const quiet = () => ({ note: () => undefined, stop: () => undefined });

/** An empty file that may be executed. */
export function writeExecutable(path: string): void {
  writeFileSync(path, "");
  chmodSync(path, 0o755);
}
