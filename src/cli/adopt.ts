import { writeFile } from "node:fs/promises";
import { Command } from "commander";
import { type AdoptedAccess, adoptAccess } from "../adoption/adopt-access.js";
import { toBackup } from "../adoption/backup.js";
import { requireNew, unwritable } from "../file-error.js";
import { findAccess } from "../live/find-access.js";
import { dayOf } from "../model/day.js";
import { writeStack } from "../stack/write-stack.js";
import { connect } from "./stack/connect.js";
import { printAside, printFile, printJson } from "./terminal/print-out.js";
import { withProgress } from "./terminal/progress.js";

interface AdoptOptions {
  readonly project: readonly string[];
  readonly backup?: string;
  readonly json?: true;
}

const examples = `
The stack file says what the site grants now: the first \`pulumi up\` takes it over without writing to Jira.
What a stack file cannot say as it is (deactivated accounts, names that stand twice) stays the site's, with a comment.

Examples:
  jira-access adopt > stacks/production.yaml
  jira-access adopt --project PAY WEB --backup before.json > stacks/production.yaml

Exit code: 0 when the file was written, 1 when the site could not be read or the backup is there already.`;

/** The verb `adopt`: writes a stack file from a live site. */
export function adoptCommand(): Command {
  return new Command("adopt")
    .description("write a stack file (stdout) from what a live site grants now")
    .option("-p, --project <key...>", "projects to take over (default: every company-managed project)", [])
    .option("--backup <file>", "also keep what was found in a file that `jira-access restore` puts back")
    .option("--json", "print the content and the remarks as JSON on stdout")
    .addHelpText("after", examples)
    .action(async (options: AdoptOptions) => print(await adopt(options), options.json === true));
}

interface Adopted extends AdoptedAccess {
  readonly site: string;
}

/** Reads the site and puts it into the form of a stack file; writes the backup first where one is asked for. */
async function adopt({ project, backup }: AdoptOptions): Promise<Adopted> {
  if (backup !== undefined) requireNew(backup);
  const directory = await connect();
  const { site } = directory.client;
  const found = await withProgress(`reading ${site}`, (say) =>
    findAccess(directory, project, (read, all) => say(`${read} of ${all} projects`)),
  );
  if (backup !== undefined) {
    const text = `${JSON.stringify(toBackup(found, site, new Date()), null, 2)}\n`;
    await writeFile(backup, text, { flag: "wx", mode: 0o600 }).catch((error: unknown) => {
      throw unwritable(backup, error);
    });
  }
  return { site, ...adoptAccess(found) };
}

function print({ site, content, remarks }: Adopted, json: boolean): void {
  const leftOut = remarks.filter((remark) => remark.leftOut);
  if (json) printJson({ site, stack: content, remarks });
  else {
    const heading = [`What ${site} granted on ${dayOf(new Date().toISOString())}.`];
    printFile(writeStack(content, remarks, heading));
  }
  const count = (section: string) => Object.keys(content[section] ?? {}).length;
  const counts = [`projects: ${count("projects")}`, `permission schemes: ${count("permissionSchemes")}`];
  if (leftOut.length > 0) counts.push(`left to the site, see the comments: ${leftOut.length}`);
  printAside(counts.join(", "));
}
