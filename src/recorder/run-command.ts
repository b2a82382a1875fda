import { constants } from "node:os";
import { execa } from "execa";
import { RecordingError } from "../errors.js";

/**
 * Runs a command with more in its environment, and waits for its end; what it prints goes to stderr. Signals are left to
 * it: Ctrl-C reaches it by the terminal, SIGTERM is passed on.
 * @param readsInput whether it reads what this process is given to read, or nothing.
 * @returns its exit code; 128 and the signal's number where a signal ended it.
 * @throws RecordingError when it cannot be started.
 */
export async function runCommand(
  [command = "", ...args]: readonly string[],
  env: Readonly<Record<string, string>>,
  readsInput: boolean,
): Promise<number> {
  const child = execa(command, args, {
    stdio: [readsInput ? "inherit" : "ignore", process.stderr, process.stderr],
    env,
    reject: false,
  });
  const wait = () => {};
  const passOn = () => void child.kill("SIGTERM");
  process.on("SIGINT", wait).on("SIGTERM", passOn);
  const { exitCode, signal, code, originalMessage } = await child;
  process.off("SIGINT", wait).off("SIGTERM", passOn);
  if (exitCode !== undefined) return exitCode;
  if (signal !== undefined) return 128 + constants.signals[signal];
  const why = code === "ENOENT" ? "there is no such command" : originalMessage;
  throw new RecordingError(`${command} cannot be run: ${why}; check what follows --`);
}
