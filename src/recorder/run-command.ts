import { spawn } from "node:child_process";
import { constants } from "node:os";
import { RecordingError } from "../errors.js";

/**
 * Runs a command with more in its environment, and waits for its end; what it prints goes to stderr. Signals are left to
 * it: Ctrl-C reaches it by the terminal, SIGTERM is passed on.
 * @returns its exit code; 128 and the signal's number where a signal ended it.
 * @throws RecordingError when it cannot be started.
 */
export function runCommand(
  [command = "", ...args]: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      stdio: ["inherit", 2, 2],
      env: { ...process.env, ...environment },
    });
    const wait = () => {};
    const passOn = () => void child.kill("SIGTERM");
    process.on("SIGINT", wait).on("SIGTERM", passOn);
    const end = () => process.off("SIGINT", wait).off("SIGTERM", passOn);
    child.once("error", (error) => {
      end();
      reject(new RecordingError(`${command} cannot be run: ${error.message}`));
    });
    child.once("exit", (code, signal) => {
      end();
      resolve(code ?? 128 + (signal === null ? 0 : constants.signals[signal]));
    });
  });
}
