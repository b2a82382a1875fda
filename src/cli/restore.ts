import { Command } from "commander";
import { type Backup, parseBackup } from "../adoption/backup.js";
import { planRestore, type RestoreStep } from "../adoption/plan-restore.js";
import { exitCodes } from "../catalogue/exit-codes.js";
import type { Directory } from "../client/directory.js";
import { JiraError } from "../errors.js";
import { readFileAs } from "../file-error.js";
import { findAccess } from "../live/find-access.js";
import type { FoundAccess } from "../model/found-access.js";
import { takeSteps } from "./restore/take-steps.js";
import { connect } from "./stack/connect.js";
import { confirm } from "./terminal/confirm.js";
import { printAside, printJson } from "./terminal/print-out.js";
import { withProgress } from "./terminal/progress.js";

interface RestoreOptions {
  readonly yes?: true;
  readonly json?: true;
}

const examples = `
Shows what differs from the backup, asks, and writes it back: schemes, people in roles, which project uses which scheme.
A stack that manages the same objects takes its own declaration back with its next \`pulumi up\`.

Examples:
  jira-access restore before.json
  jira-access restore before.json --yes --json

Exit code: 0 when the site is as the backup says, 1 when something could not be written.`;

/** The verb `restore`: puts back what a backup of `adopt` holds. */
export function restoreCommand(): Command {
  return new Command("restore")
    .description("put back what a backup of `adopt --backup` holds")
    .argument("<file>", "the backup")
    .option("-y, --yes", "write without asking; needed where nobody can be asked")
    .option("--json", "print what was done as JSON on stdout")
    .addHelpText("after", examples)
    .action(restore);
}

async function restore(file: string, { yes, json }: RestoreOptions): Promise<void> {
  const backup = readFileAs(file, parseBackup, "name a file that jira-access adopt --backup wrote");
  const directory = await connect();
  const { site } = directory.client;
  if (site !== backup.site) {
    throw new JiraError(
      "invalid",
      `${file} was taken from ${backup.site}, not from ${site}, where its ids mean nothing: set JIRA_URL to the first`,
    );
  }
  const now = await withProgress(`reading ${site}`, () => observeNow(directory, backup));
  const steps = planRestore(backup, now);
  if (!json) printAside(describeSteps(steps));
  const isWanted = steps.length > 0 && (await confirm(`Write this to ${site}?`, yes === true));
  if (steps.length > 0 && !isWanted) printAside("Nothing was written.");
  const done = isWanted ? await withProgress(`writing to ${site}`, () => takeSteps(directory, backup, now, steps)) : [];
  if (json) printJson({ site, steps: done });
  for (const { title, failure } of done) {
    if (failure !== undefined) printAside(`${title}: ${failure}`);
  }
  const isRestored = done.length === steps.length && done.every(({ failure }) => failure === undefined);
  process.exitCode = isRestored ? exitCodes.clean : exitCodes.failed;
}

async function observeNow(directory: Directory, backup: Backup): Promise<FoundAccess> {
  const projects = await directory.projects.all();
  const keys = backup.projects.flatMap(({ id }) => projects.get(id)?.key ?? []);
  const found = await findAccess(directory, keys);
  return { ...found, schemes: [...(await directory.schemes.all()).values()] };
}

function describeSteps(steps: readonly RestoreStep[]): string {
  if (steps.length === 0) return "Nothing differs from the backup.\n";
  return steps.map(({ title, changes }) => `${title}\n${changes.map((line) => `  ${line}\n`).join("")}`).join("");
}
