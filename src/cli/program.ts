import { Command } from "commander";
import { restrain } from "./terminal/dialogue.js";

/** How each verb is loaded, in the order of the help text. */
const verbs: Readonly<Record<string, () => Promise<Command>>> = {
  validate: async () => (await import("./validate.js")).validateCommand(),
  compare: async () => (await import("./compare.js")).compareCommand(),
  preview: async () => (await import("./preview.js")).previewCommand(),
  up: async () => (await import("./up.js")).upCommand(),
  verify: async () => (await import("./verify.js")).verifyCommand(),
  baseline: async () => (await import("./baseline.js")).baselineCommand(),
  adopt: async () => (await import("./adopt.js")).adoptCommand(),
  restore: async () => (await import("./restore.js")).restoreCommand(),
  record: async () => (await import("./record.js")).recordCommand(),
  unused: async () => (await import("./unused.js")).unusedCommand(),
  tokens: async () => (await import("./tokens.js")).tokensCommand(),
  doctor: async () => (await import("./doctor.js")).doctorCommand(),
  scopes: async () => (await import("./scopes.js")).scopesCommand(),
  explain: async () => (await import("./explain.js")).explainCommand(),
  drift: async () => (await import("./drift.js")).driftCommand(),
  report: async () => (await import("./report.js")).reportCommand(),
  emulate: async () => (await import("./emulate.js")).emulateCommand(),
  completion: async () => (await import("./completion.js")).completionCommand(() => createProgram("")),
  schema: async () => (await import("./schema.js")).schemaCommand(),
};

const whereHelpIs = "Run with --help to see how it is used.";

/**
 * The command `jira-access`; what goes wrong is thrown, not printed.
 * @param asked the verb that is given; it alone is loaded, which saves much of the time that a start takes. Default, and
 * where there is no such verb: all.
 */
export async function createProgram(version: string, asked = ""): Promise<Command> {
  const program = new Command("jira-access")
    .description("Least-privilege Jira Cloud integration users as code")
    .version(version, "-v, --version")
    .option("--no-input", "never ask: fail at once, and say which option answers")
    .hook("preAction", (_, verb) => restrain(verb.optsWithGlobals()))
    .showSuggestionAfterError()
    .showHelpAfterError(whereHelpIs)
    .exitOverride();
  const wanted = Object.hasOwn(verbs, asked) ? [asked] : Object.keys(verbs);
  const commands = await Promise.all(wanted.map((verb) => verbs[verb]?.()));
  for (const command of commands) {
    if (command) program.addCommand(prepare(command), { hidden: command.name() === "schema" });
  }
  return program;
}

/**
 * Has a verb, and those under it, tell of the options that every verb has, and after a mistake where help is; the process
 * ends when all of that is written.
 */
function prepare(verb: Command): Command {
  verb.commands.forEach(prepare);
  return verb.configureHelp({ showGlobalOptions: true }).showHelpAfterError(whereHelpIs).exitOverride();
}
