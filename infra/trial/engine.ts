import { type ChildProcess, type ChildProcessByStdio, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { parse, stringify } from "yaml";
import { z } from "zod";
import { withSlashes } from "../../src/stack/slashes.js";
import { commandFile, packageFolder } from "../package-folder.js";

/** What one run of the Pulumi CLI or of `jira-access` printed, and how it ended. */
export interface EngineRun {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  readonly seconds: number;
}

/** What Node runs for the Pulumi CLI that the npm package brings: a program on every system, as a link is not. */
export const pulumiScript = join(packageFolder, "node_modules/pulumi/run.js");

/** A copy of this Pulumi project with one stack of its own and a state of its own, both in a temporary folder. */
export interface TemporaryProject {
  readonly folder: string;
  /** The stack file; it may be edited between two runs. */
  readonly stackFile: string;
  /** What Pulumi and the provider are told by the environment. */
  readonly settings: Readonly<Record<string, string>>;
  /**
   * Runs the Pulumi CLI on the stack and gathers what it prints.
   * @throws EngineFailure when it ends with another code than 0.
   */
  pulumi(...words: readonly string[]): Promise<EngineRun>;
  /** Runs `jira-access` in the project, where nobody can be asked, and gathers what it prints, however it ends. */
  command(...words: readonly string[]): Promise<EngineRun>;
  /** The same project, told something else by the environment. */
  with(settings: Readonly<Record<string, string>>): TemporaryProject;
  /** Starts the Pulumi CLI in a process group of its own, to be killed while it runs. */
  start(...words: readonly string[]): ChildProcess;
  remove(): void;
}

/** A run of the Pulumi CLI that ended with another code than 0; its message is everything that was printed. */
export class EngineFailure extends Error {
  override readonly name = "EngineFailure";
  readonly run: EngineRun;

  constructor(words: readonly string[], run: EngineRun) {
    super(`pulumi ${words.join(" ")} ended with ${run.code}\n${run.stdout}\n${run.stderr}`);
    this.run = run;
  }
}

const stdio: ["ignore", "pipe", "pipe"] = ["ignore", "pipe", "pipe"];

/** What stands in a Pulumi.yaml. */
export type ProjectDefinition = Readonly<Record<string, unknown>> & { readonly main: string };

/** The definition of this project, to be used from another folder. */
export function readDefinition(): ProjectDefinition {
  const text = readFileSync(join(packageFolder, "Pulumi.yaml"), "utf8");
  const definition = z.looseObject({ main: z.string() }).parse(parse(text));
  return { ...definition, main: join(packageFolder, definition.main) };
}

/**
 * Makes a temporary project with one empty stack.
 * @param settings what Pulumi and the provider are told by the environment.
 */
export async function openProject(
  definition: ProjectDefinition,
  stack: string,
  settings: Readonly<Record<string, string>>,
): Promise<TemporaryProject> {
  const folder = mkdtempSync(join(tmpdir(), "jira-access-"));
  const states = join(folder, "state");
  mkdirSync(join(folder, "stacks"));
  mkdirSync(states);
  writeFileSync(join(folder, "Pulumi.yaml"), stringify(definition));
  const project = describeProject(folder, stack, {
    PULUMI_BACKEND_URL: `file://${withSlashes(states)}`,
    PULUMI_CONFIG_PASSPHRASE: "demo",
    PULUMI_SKIP_UPDATE_CHECK: "true",
    ...settings,
  });
  await project.pulumi("stack", "init");
  return project;
}

function describeProject(folder: string, stack: string, settings: Readonly<Record<string, string>>): TemporaryProject {
  return {
    folder,
    stackFile: join(folder, "stacks", `${stack}.yaml`),
    settings,
    async pulumi(...words) {
      const env = { ...process.env, ...settings };
      const ended = await gather(startEngine(folder, env, [...words, "--stack", stack], false));
      if (ended.code !== 0) throw new EngineFailure(words, ended);
      return ended;
    },
    command(...words) {
      const env = { ...process.env, ...settings, NO_COLOR: "1" };
      return gather(spawn(process.execPath, [commandFile, ...words], { cwd: folder, env, stdio }));
    },
    start: (...words) => startEngine(folder, { ...process.env, ...settings }, [...words, "--stack", stack], true),
    with: (changed) => describeProject(folder, stack, { ...settings, ...changed }),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function startEngine(
  folder: string,
  env: NodeJS.ProcessEnv,
  words: readonly string[],
  detached: boolean,
): ChildProcessByStdio<null, Readable, Readable> {
  return spawn(process.execPath, [pulumiScript, ...words, "--non-interactive", "--color", "never"], {
    cwd: folder,
    env,
    detached,
    stdio,
  });
}

async function gather(child: ChildProcessByStdio<null, Readable, Readable>): Promise<EngineRun> {
  const startMs = Date.now();
  const stdout: string[] = [];
  const stderr: string[] = [];
  child.stdout.on("data", (chunk: Buffer) => stdout.push(chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => stderr.push(chunk.toString()));
  const code = await new Promise<number>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (status) => resolve(status ?? 1));
  });
  return { code, stdout: stdout.join(""), stderr: stderr.join(""), seconds: (Date.now() - startMs) / 1000 };
}
