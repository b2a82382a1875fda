import { existsSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { ExecaError, execa } from "execa";
import { EngineError } from "../../errors.js";
import { canAsk } from "../terminal/dialogue.js";
import { withProgress } from "../terminal/progress.js";
import { withAdvice } from "./advise.js";

/** Has the Pulumi CLI fail where it would ask, and say which option or variable answers. */
const asksNothing = "--non-interactive";

/** How one run of the Pulumi CLI ended, and what it printed. */
export interface PulumiRun {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs the Pulumi CLI in the current folder and gathers what it prints; it asks nothing.
 * @param environment what it is told beside this process's own environment.
 * @throws EngineError when there is no Pulumi CLI.
 */
export async function runPulumi(
  words: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<PulumiRun> {
  const options = { ...settings(environment), stdin: "ignore" } as const;
  const run = await withProgress(`asking pulumi ${words[0]}`, () => execa("pulumi", [...words, asksNothing], options));
  requireCli(run);
  return { exitCode: run.exitCode ?? 1, stdout: run.stdout, stderr: run.stderr };
}

/**
 * What a run of the Pulumi CLI prints to stdout.
 * @throws EngineError with what it says when it fails.
 */
export async function askPulumi(...words: readonly string[]): Promise<string> {
  const { exitCode, stdout, stderr } = await runPulumi(words);
  if (exitCode === 0) return stdout;
  const said = stderr.trim() || `it ended with ${exitCode} and said nothing; run it by hand to see why`;
  throw new EngineError(withAdvice(`pulumi ${words.join(" ")}: ${said}`));
}

/**
 * Runs the Pulumi CLI in the current folder with this process's terminal, so that it shows its progress and, where
 * somebody can be asked, asks for confirmation as ever; gives its exit code.
 * @param output where what it prints to stdout goes.
 * @param environment what it is told beside this process's own environment.
 * @throws EngineError when there is no Pulumi CLI.
 */
export async function showPulumi(
  words: readonly string[],
  output: "stdout" | "stderr" = "stdout",
  environment: Readonly<Record<string, string>> = {},
): Promise<number> {
  // Ctrl-C reaches the engine too, which needs the time to stop in order.
  const waitForEngine = () => undefined;
  process.on("SIGINT", waitForEngine);
  try {
    const run = await execa("pulumi", [...words, ...(canAsk() ? [] : [asksNothing])], {
      ...settings(environment),
      stdin: "inherit",
      stdout: process[output],
      stderr: "inherit",
    });
    requireCli(run);
    return run.exitCode ?? 1;
  } finally {
    process.off("SIGINT", waitForEngine);
  }
}

/** Finds the CLI among the npm packages of the current folder, else on the path, else among those of this package. */
function settings(environment: Readonly<Record<string, string>>) {
  const env = {
    PATH: [process.env.PATH, ...binFolders(import.meta.dirname)].join(delimiter),
    PULUMI_SKIP_UPDATE_CHECK: "true",
    // Else the program looks for its engine, on this machine, behind the proxy that `https_proxy` names.
    no_grpc_proxy: process.env.no_grpc_proxy ?? "127.0.0.1,localhost",
    ...environment,
  };
  return { reject: false, preferLocal: true, env } as const;
}

function binFolders(folder: string): readonly string[] {
  const here = join(folder, "node_modules/.bin");
  const above = dirname(folder) === folder ? [] : binFolders(dirname(folder));
  return existsSync(here) ? [here, ...above] : above;
}

function requireCli(run: object): void {
  if (run instanceof ExecaError && run.code === "ENOENT") {
    throw new EngineError("there is no Pulumi CLI here: install it, or run npm run set-up in this project");
  }
}
