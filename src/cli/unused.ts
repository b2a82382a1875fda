import { Command } from "commander";
import { findUnused } from "../analysis/recordings/find-unused.js";
import { RecordingError } from "../errors.js";
import { readRecording } from "../recorder/recording-file.js";
import { expandStack } from "../stack/expand/expand-stack.js";
import { readStack } from "../stack/read-stack.js";
import { stackFileOf } from "../stack/stack-files.js";
import { type FindingOptions, formatOption, printFindings } from "./terminal/print-findings.js";
import { withProgress } from "./terminal/progress.js";

const examples = `
Recordings are made with jira-access record --user NAME --out FILE.

Examples:
  jira-access unused production monday.json tuesday.json
  jira-access unused production recordings/*.json --format sarif > unused.sarif

Exit code: 0 when every permission was used, 2 when one was not, 1 when it cannot be told.`;

/** The verb `unused`: what a stack grants its integration users and recordings do not show them to use. */
export function unusedCommand(): Command {
  return new Command("unused")
    .description("list permissions that integration users are granted and were not seen to use")
    .argument("<stack>", "the stack's name or its file's path")
    .argument("<recording...>", "recordings of its integration users")
    .addOption(formatOption())
    .option("--json", "the same as --format json")
    .addHelpText("after", examples)
    .action(unused);
}

async function unused(stackName: string, files: readonly string[], options: FindingOptions): Promise<void> {
  const stack = readStack(stackFileOf(stackName));
  const { integrationUsers } = expandStack(stack);
  const read = (file: string) => {
    const recording = readRecording(file);
    if (integrationUsers.some(({ key }) => key === recording.user)) return recording;
    throw new RecordingError(
      `${file}: it is of ${recording.user ?? "nobody"}, which is no integration user of ${stack.file}; record with --user`,
    );
  };
  const recordings = await withProgress("reading the recordings", () => files.map(read));
  const report = findUnused(integrationUsers, recordings, stack.place);
  printFindings(report, options, report.findings.length === 0 ? "every permission was used" : "");
}
