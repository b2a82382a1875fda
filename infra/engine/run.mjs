// @ts-check
import { spawn } from "node:child_process";

/**
 * @typedef {object} RunOptions
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env]
 * @property {number} [limitMs] after this time the command and all it started are killed
 * @property {(line: string) => void} [onLine] hears every line that the command prints
 *
 * @typedef {object} RunResult
 * @property {boolean} ok
 * @property {string} output what it printed, on both streams
 * @property {string} reason why it is not ok, in a few words or its last lines
 *
 * @typedef {(command: string, args: string[], options?: RunOptions) => Promise<RunResult>} Run
 */

/**
 * Runs a command without a terminal and says how it went; never rejects.
 * @type {Run}
 */
export function run(command, args, options = {}) {
  const { cwd, env = process.env, limitMs, onLine } = options;
  const ownGroup = limitMs !== undefined && process.platform !== "win32";
  return new Promise((resolve) => {
    const shell = command.endsWith(".cmd");
    const child = spawn(command, args, { cwd, env, shell, detached: ownGroup, stdio: ["ignore", "pipe", "pipe"] });
    const kill = () => killTree(child, ownGroup);
    let output = "";
    let late = false;
    const timer =
      limitMs === undefined
        ? undefined
        : setTimeout(() => {
            late = true;
            kill();
          }, limitMs);
    /** @param {string} failure */
    const settle = (failure) => {
      if (timer) clearTimeout(timer);
      process.removeListener("exit", kill);
      const reason = late ? `it took longer than ${Math.round(Number(limitMs) / 1000)} s` : failure;
      resolve({ ok: reason === "", output, reason });
    };
    process.once("exit", kill);
    for (const stream of [child.stdout, child.stderr]) {
      readLines(stream, (line) => {
        output += `${line}\n`;
        if (onLine) onLine(line);
      });
    }
    child.once("error", (error) => settle(explainSpawnError(command, error)));
    child.once("close", (code, signal) =>
      settle(code === 0 ? "" : lastLines(output) || `it ended with ${code ?? signal}`),
    );
  });
}

/**
 * @param {import("node:child_process").ChildProcess} child
 * @param {boolean} ownGroup
 */
function killTree(child, ownGroup) {
  if (child.pid === undefined || child.exitCode !== null) return;
  try {
    if (ownGroup) process.kill(-child.pid, "SIGKILL");
    else child.kill("SIGTERM");
  } catch {
    // It ended in the meantime.
  }
}

/**
 * @param {import("node:stream").Readable} stream
 * @param {(line: string) => void} onLine
 */
function readLines(stream, onLine) {
  let rest = "";
  stream.setEncoding("utf8");
  stream.on("data", (text) => {
    const lines = (rest + text).split(/\r?\n/);
    rest = lines.pop() || "";
    lines.forEach(onLine);
  });
  stream.once("end", () => {
    if (rest !== "") onLine(rest);
  });
}

/**
 * @param {string} command
 * @param {NodeJS.ErrnoException} error
 */
function explainSpawnError(command, error) {
  return error.code === "ENOENT" ? `${command} is not on PATH` : error.message;
}

/** @param {string} output */
function lastLines(output) {
  return output.trim().split("\n").slice(-12).join("\n");
}
