import { Command } from "commander";
import { deriveAccess } from "../analysis/recordings/derive-access.js";
import { describeDuration, mergeRecordings } from "../analysis/recordings/merge-recordings.js";
import { publicGateway, readSettings, type Setting } from "../client/credentials.js";
import { RecordingError } from "../errors.js";
import { requireNew } from "../file-error.js";
import type { Recording } from "../model/recording.js";
import { readHarFile } from "../recorder/read-har.js";
import { readLogFile } from "../recorder/read-log.js";
import { recordRun } from "../recorder/record-run.js";
import { readRecording, writeRecording } from "../recorder/recording-file.js";
import { checkUpstream } from "../recorder/upstream.js";
import { writeStackExcerpt } from "../report/write-stack-excerpt.js";
import { readsInput } from "./terminal/dialogue.js";
import { printJson, printOut } from "./terminal/print-out.js";
import { announce, withProgress } from "./terminal/progress.js";

interface RecordOptions {
  readonly user?: string;
  readonly har: readonly string[];
  readonly log: readonly string[];
  readonly recording: readonly string[];
  readonly out?: string;
  readonly upstream?: string;
  readonly allowLoopback?: true;
  readonly json?: true;
}

const examples = `
The command gets the recorder's address as JIRA_URL and sends its own credentials, which are passed on and not kept. What
it prints goes to stderr; its exit code is passed on. Of each call the operation, status, time and duration are recorded,
and kept only with --out.

Examples:
  jira-access record -- node release-notes.js
  jira-access record --user release-notes --out monday.json -- npm run sync
  jira-access record --recording monday.json tuesday.json
  jira-access record --har session.har --log access.jsonl --json

Exit code: that of the command; without one 0, or 1 when a file cannot be read.`;

/** The verb `record`: watches what an integration calls, and tells the least that it needs for that. */
export function recordCommand(): Command {
  return new Command("record")
    .description("watch an integration's calls and print the permissions and scopes that they need")
    .argument("[command...]", "the command to run and watch, after --")
    .option("--user <name>", "the integration user that is watched, by its key in the stack file")
    .option("--har <file...>", "HAR files whose calls count too", [])
    .option("--log <file...>", "access logs in JSON lines whose calls count too", [])
    .option("--recording <file...>", "earlier recordings whose calls count too", [])
    .option("--out <file>", "keep the recording in a new file")
    .option("--upstream <url>", "where the calls go (default: JIRA_URL, or the gateway where JIRA_CLOUD_ID is set)")
    .option("--allow-loopback", "let them go to a server on this machine, also without https")
    .option("--json", "print what was found as JSON")
    .addHelpText("after", examples)
    .action(record);
}

async function record(command: readonly string[], options: RecordOptions): Promise<void> {
  const { user, out, json } = options;
  if (out !== undefined) requireNew(out);
  const known = await withProgress("reading the files", () => [
    ...options.har.map(readHarFile),
    ...options.log.map(readLogFile),
    ...options.recording.map(readRecording),
  ]);
  if (command.length === 0 && known.length === 0) {
    throw new RecordingError(
      "there is nothing to record: name a command after --, or a file with --har, --log or --recording",
    );
  }
  if (command.length > 0) announce(`recording the calls of ${command[0]}`);
  const run = command.length === 0 ? undefined : await recordRun(command, await chooseUpstream(options), readsInput());
  const merged = mergeRecordings(run === undefined ? known : [...known, run.recording]);
  const recording: Recording = user === undefined ? merged : { ...merged, user };
  if (out !== undefined) writeRecording(out, recording);
  const access = deriveAccess(recording);
  if (json) printJson(access);
  else printOut(writeStackExcerpt(access, describeDuration(access.watchedMs)));
  process.exitCode = run?.exitCode ?? 0;
}

function chooseUpstream({ upstream, allowLoopback }: RecordOptions): Promise<string> {
  return checkUpstream(upstream ?? upstreamOf(readSettings(process.env)), allowLoopback === true);
}

function upstreamOf(setting: Setting): string {
  const cloudId = setting("JIRA_CLOUD_ID");
  if (cloudId !== undefined)
    return `${setting("JIRA_GATEWAY_URL") ?? publicGateway}/ex/jira/${encodeURIComponent(cloudId)}`;
  const url = setting("JIRA_URL");
  if (url === undefined) throw new RecordingError("the site is not known: set JIRA_URL, or name it with --upstream");
  return url;
}
