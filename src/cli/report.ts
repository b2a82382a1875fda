import { rename, rm, writeFile } from "node:fs/promises";
import { Command } from "commander";
import { requireFolderOf, unwritable } from "../file-error.js";
import type { AccessReport } from "../model/access-report.js";
import { writePage } from "../report/html/write-page.js";
import { readPageParts } from "./report/page-parts.js";
import { takeReport } from "./report/take-report.js";
import { chooseStackIfAny, stackArgumentHelp } from "./stack/choose-stack.js";
import { connect } from "./stack/connect.js";
import { printJson, printOut } from "./terminal/print-out.js";
import { withProgress } from "./terminal/progress.js";

const examples = `
The file shows who may do what in which project, and by a click why; with a stack also what applying it would change.
It needs nothing else, loads nothing, and names everybody on the site: give it to those who may know. Writes nothing to
the site. Without STACK the selected stack is meant, and where none is selected the site alone.

Examples:
  jira-access report --out access.html                 the selected stack, or the site alone
  jira-access report production --out access.html      with what applying stacks/production.yaml would change
  jira-access report production --out access.html --json | jq .tiers

Exit code: 0 when the file is written, 1 when it could not be.`;

interface ReportOptions {
  readonly out: string;
  readonly json?: true;
}

/** The verb `report`: the access matrix of a site as one HTML file. */
export function reportCommand(): Command {
  return new Command("report")
    .description("write who may do what, and why, as one HTML file")
    .argument("[stack]", stackArgumentHelp)
    .requiredOption("--out <file>", "the file to write, readable by its owner only; one of that name is written over")
    .option("--json", "print what the file holds, in figures, as JSON")
    .addHelpText("after", examples)
    .action(async (stack: string | undefined, { out, json }: ReportOptions) => {
      requireFolderOf(out);
      const chosen = await chooseStackIfAny(stack);
      const directory = await connect(chosen?.name);
      const figures = await withProgress(`reading ${directory.client.site}`, async (say) => {
        const report = await takeReport(directory, chosen, say);
        const page = writePage(report, await readPageParts());
        await writePrivately(out, page);
        return { file: out, bytes: Buffer.byteLength(page), ...figuresOf(report) };
      });
      print(figures, json === true);
    });
}

/** Writes a file as a whole or not at all, for its owner only, whoever may read the one that was there. */
async function writePrivately(file: string, text: string): Promise<void> {
  const draft = `${file}.${process.pid}`;
  try {
    await writeFile(draft, text, { mode: 0o600, flag: "wx" });
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    throw unwritable(file, error);
  }
}

function figuresOf({ site, takenAt, stack, now, integrationUsers }: AccessReport) {
  return {
    site,
    takenAt,
    ...(stack === undefined ? {} : { stack }),
    accounts: now.access.accounts.size,
    projects: now.access.projects.size,
    integrationUsers,
  };
}

type Figures = ReturnType<typeof figuresOf> & { readonly file: string; readonly bytes: number };

function print(figures: Figures, json: boolean): void {
  if (json) printJson(figures);
  else printOut(describe(figures));
}

function describe({ file, bytes, accounts, projects, integrationUsers }: Figures): string {
  const findings = integrationUsers.reduce((sum, user) => sum + user.findings.length, 0);
  const users = `integration users: ${integrationUsers.length}, findings about them: ${findings}`;
  return `${file}: ${Math.ceil(bytes / 1000)} kB, accounts: ${accounts}, projects: ${projects}, ${users}`;
}
