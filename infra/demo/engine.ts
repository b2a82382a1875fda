import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

/** What one run of the Pulumi CLI printed, and how it ended. */
export interface EngineRun {
  readonly code: number;
  readonly stdout: string;
  readonly seconds: number;
}

/** The folder of the project, where Pulumi.yaml is. */
export const projectFolder = fileURLToPath(new URL("../../..", import.meta.url));

/** The Pulumi CLI that the npm package brings. */
export const pulumiCommand = fileURLToPath(new URL("../../../node_modules/.bin/pulumi", import.meta.url));

/**
 * Runs the Pulumi CLI and gathers what it prints.
 * @throws Error with everything it printed, when it ends with another code than 0.
 */
export async function runEngine(environment: NodeJS.ProcessEnv, ...words: readonly string[]): Promise<EngineRun> {
  const startMs = Date.now();
  const child = spawn(pulumiCommand, [...words, "--non-interactive", "--color", "never"], {
    cwd: projectFolder,
    env: environment,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const stdout: string[] = [];
  const stderr: string[] = [];
  child.stdout.on("data", (chunk: Buffer) => stdout.push(chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => stderr.push(chunk.toString()));
  const code = await new Promise<number>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (status) => resolve(status ?? 1));
  });
  const run = { code, stdout: stdout.join(""), seconds: (Date.now() - startMs) / 1000 };
  if (code !== 0) throw new Error(`pulumi ${words.join(" ")} ended with ${code}\n${run.stdout}\n${stderr.join("")}`);
  return run;
}
