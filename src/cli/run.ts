import { readFileSync } from "node:fs";
import { CommanderError } from "commander";
import { z } from "zod";
import { exitCodes } from "../catalogue/exit-codes.js";
import { EngineError, ForgeError, JiraError, presentable, RecordingError, StackError } from "../errors.js";
import { describeFileFault, FileError } from "../file-error.js";
import { createProgram } from "./program.js";
import { outliveReaders, printAside } from "./terminal/print-out.js";

/** Errors whose message says all there is to say. */
const plainErrors = [EngineError, FileError, ForgeError, JiraError, RecordingError, StackError];

/**
 * Runs the command that this process was started with; what goes wrong is said on stderr, and in the exit code.
 * @param words its arguments.
 */
export async function run(words: readonly string[]): Promise<void> {
  outliveReaders();
  try {
    const verb = words.find((word) => !word.startsWith("-"));
    const program = await createProgram(readVersion(), verb);
    await program.parseAsync();
  } catch (error) {
    process.exitCode = report(error);
  }
}

function report(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.clean : exitCodes.failed;
  printAside(presentable(describe(error)));
  return exitCodes.failed;
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return `${ourFault}\n${error}`;
  if (plainErrors.some((kind) => error instanceof kind)) return error.message;
  if ("syscall" in error && "path" in error) return `${error.path}: ${describeFileFault(error)}`;
  return `${ourFault}\n${error.stack}`;
}

const ourFault = "This is a fault of jira-access itself. Please report it with these lines:";

function readVersion(): string {
  const text = readFileSync(new URL("../../../package.json", import.meta.url), "utf8");
  return z.object({ version: z.string() }).parse(JSON.parse(text)).version;
}
