import { Command } from "commander";
import { exitCodes } from "../catalogue/exit-codes.js";
import { JiraError } from "../errors.js";
import { type Diagnosis, missing } from "./doctor/diagnosis.js";
import { examineEngine } from "./doctor/examine-engine.js";
import { examineNode } from "./doctor/examine-node.js";
import { examineSite } from "./doctor/examine-site.js";
import { connect } from "./stack/connect.js";
import { printJson, printMarked } from "./terminal/print-out.js";
import { withProgress } from "./terminal/progress.js";

const examples = `
Only reads. What a token may write cannot be tried without writing: for a scoped token see \`jira-access scopes\`.

Examples:
  jira-access doctor
  jira-access doctor --json

Exit code: 0 when nothing is missing, 2 when something is.`;

/** The verb `doctor`: what the acting account and this machine can do, and what is missing. */
export function doctorCommand(): Command {
  return new Command("doctor")
    .description("look for what is missing: rights, scopes, plan, engine, state")
    .option("--json", "print the result as JSON on stdout")
    .addHelpText("after", examples)
    .action(async (options: { json?: true }) => print(await withProgress("looking", examine), options.json === true));
}

async function examine(): Promise<readonly Diagnosis[]> {
  const [engine, site] = await Promise.all([examineEngine(), examineConnection()]);
  return [examineNode(process.versions.node), ...engine, ...site];
}

async function examineConnection(): Promise<readonly Diagnosis[]> {
  try {
    return await examineSite((await connect()).client);
  } catch (error) {
    if (!(error instanceof JiraError)) throw error;
    return [missing("credentials", error.message, "set them in the environment, or in the stack's configuration")];
  }
}

const marks = { ok: "green", missing: "red", unknown: "yellow" } as const;

function print(diagnoses: readonly Diagnosis[], json: boolean): void {
  const isWell = diagnoses.every(({ status }) => status !== "missing");
  if (json) printJson({ diagnoses });
  else
    for (const { subject, status, detail, cure } of diagnoses) {
      const advice = cure === undefined ? "" : `\n         ↳ ${cure}`;
      printMarked(status.padEnd(7), marks[status], `  ${subject.padEnd(11)}  ${detail}${advice}`);
    }
  process.exitCode = isWell ? exitCodes.clean : exitCodes.found;
}
