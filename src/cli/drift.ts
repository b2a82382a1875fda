import { Command } from "commander";
import { driftRules } from "../analysis/drift/drift-rules.js";
import type { IssuePlace } from "../forge/forge.js";
import type { FindingReport } from "../model/finding.js";
import { postDrift } from "./drift/post-drift.js";
import { exportState } from "./engine/export-state.js";
import { type ChosenStack, chooseStack, stackArgumentHelp } from "./stack/choose-stack.js";
import { type FindingOptions, formatOption, tellFindings } from "./terminal/print-findings.js";
import { printAside } from "./terminal/print-out.js";
import { withProgress } from "./terminal/progress.js";

interface DriftOptions extends FindingOptions {
  readonly post?: true;
}

const examples = `
Compares the stack file, the stack's state and the site; runs no engine and writes nothing to the site.

Examples:
  jira-access drift                                    the selected stack
  jira-access drift production --format markdown
  jira-access drift production --format sarif > drift.sarif
  jira-access drift production --format junit > drift.xml
  jira-access drift production --post                  in a scheduled pipeline: keeps one issue about it

Exit code: 0 when nothing differs, 2 when something does, 1 when it cannot be told. What the stack does not keep, and
what its file says to ignore for a while, is told of and changes no exit code. Where it cannot be told, every form but text
says why: json as "fault", sarif as a failed run, junit as an error.`;

/** The verb `drift`: what differs between a stack's file, its state and the site. */
export function driftCommand(): Command {
  return new Command("drift")
    .description("find what differs between the stack file, the state and the site")
    .argument("[stack]", stackArgumentHelp)
    .addOption(formatOption())
    .option("--json", "the same as --format json")
    .option("--post", "keep it as one issue of the repository that this pipeline runs for, closed when nothing differs")
    .addHelpText("after", examples)
    .action(async (stack: string | undefined, options: DriftOptions) => {
      const chosen = await chooseStack(stack);
      const issue = options.post ? await chooseIssue(chosen.name) : undefined;
      const report = await tellFindings({ title: "drift", stack: chosen.name, rules: driftRules }, options, () =>
        withProgress("comparing the file, the state and the site", () => observe(chosen)),
      );
      if (issue === undefined) return;
      const kept = await withProgress("posting the issue", () => postDrift(issue, chosen.name, report));
      printAside(`issue about the drift: ${kept}`);
    });
}

/** Has the engine's CLI, which takes longest, begin before what compares is loaded. */
async function observe(chosen: ChosenStack): Promise<FindingReport> {
  const exporting = exportState(chosen.name);
  // What goes wrong with it is told where it is waited for.
  exporting.catch(() => {});
  const { observeDrift } = await import("./drift/observe-drift.js");
  return observeDrift(chosen, exporting);
}

/** Loads what speaks to forges only where one is meant. */
async function chooseIssue(stack: string): Promise<IssuePlace> {
  const { chooseDriftIssue } = await import("../forge/choose-forge.js");
  return chooseDriftIssue(process.env, stack);
}
