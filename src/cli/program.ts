import { Command } from "commander";
import { adoptCommand } from "./adopt.js";
import { baselineCommand } from "./baseline.js";
import { compareCommand } from "./compare.js";
import { doctorCommand } from "./doctor.js";
import { driftCommand } from "./drift.js";
import { emulateCommand } from "./emulate.js";
import { explainCommand } from "./explain.js";
import { previewCommand } from "./preview.js";
import { recordCommand } from "./record.js";
import { reportCommand } from "./report.js";
import { restoreCommand } from "./restore.js";
import { schemaCommand } from "./schema.js";
import { scopesCommand } from "./scopes.js";
import { tokensCommand } from "./tokens.js";
import { unusedCommand } from "./unused.js";
import { upCommand } from "./up.js";
import { validateCommand } from "./validate.js";
import { verifyCommand } from "./verify.js";

/** The command `jira-access` with all its verbs; what goes wrong is thrown, not printed. */
export function createProgram(version: string): Command {
  return new Command("jira-access")
    .description("Least-privilege Jira Cloud integration users as code")
    .version(version, "-v, --version")
    .showSuggestionAfterError()
    .showHelpAfterError("Run with --help to see how it is used.")
    .addCommand(validateCommand())
    .addCommand(compareCommand())
    .addCommand(previewCommand())
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
    .addCommand(reportCommand())
    .addCommand(emulateCommand())
    .addCommand(schemaCommand(), { hidden: true })
    .exitOverride();
}
