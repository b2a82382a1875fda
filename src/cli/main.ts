#!/usr/bin/env node
import { readFileSync } from "node:fs";
import { Command, CommanderError } from "commander";
import { z } from "zod";
import { exitCodes } from "../catalogue/exit-codes.js";
import { EngineError, JiraError, presentable, RecordingError, StackError } from "../errors.js";
import { adoptCommand } from "./adopt.js";
import { baselineCommand } from "./baseline.js";
import { compareCommand } from "./compare.js";
import { doctorCommand } from "./doctor.js";
import { driftCommand } from "./drift.js";
import { emulateCommand } from "./emulate.js";
import { explainCommand } from "./explain.js";
import { recordCommand } from "./record.js";
import { restoreCommand } from "./restore.js";
import { schemaCommand } from "./schema.js";
import { scopesCommand } from "./scopes/command.js";
import { tokensCommand } from "./tokens.js";
import { unusedCommand } from "./unused.js";
import { upCommand } from "./up.js";
import { validateCommand } from "./validate.js";
import { verifyCommand } from "./verify.js";

/** Errors whose message says all there is to say. */
const plainErrors = [EngineError, JiraError, RecordingError, StackError];

const program = new Command("jira-access")
  .description("Least-privilege Jira Cloud integration users as code")
  .version(readVersion(), "-v, --version")
  .showSuggestionAfterError()
  .showHelpAfterError("Run with --help to see how it is used.")
  .addCommand(validateCommand())
  .addCommand(compareCommand())
  .addCommand(upCommand())
  .addCommand(verifyCommand())
  .addCommand(baselineCommand())
  .addCommand(adoptCommand())
  .addCommand(restoreCommand())
  .addCommand(recordCommand())
  .addCommand(unusedCommand())
  .addCommand(tokensCommand())
  .addCommand(doctorCommand())
  .addCommand(scopesCommand())
  .addCommand(explainCommand())
  .addCommand(driftCommand())
  .addCommand(emulateCommand())
  .addCommand(schemaCommand(), { hidden: true })
  .exitOverride();

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = report(error);
}

function report(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.clean : exitCodes.failed;
  if (plainErrors.some((kind) => error instanceof kind)) console.error((error as Error).message);
  else console.error(presentable(error instanceof Error ? (error.stack ?? error.message) : String(error)));
  return exitCodes.failed;
}

function readVersion(): string {
  const text = readFileSync(new URL("../../../package.json", import.meta.url), "utf8");
  return z.object({ version: z.string() }).parse(JSON.parse(text)).version;
}
