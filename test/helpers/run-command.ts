import { spawn } from "node:child_process";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import type { TemporaryProject } from "../../infra/demo/engine.js";
import { packageFolder } from "../../infra/demo/package-folder.js";

/** How the command `jira-access` ended, and what it printed. */
export interface CommandRun {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `jira-access` in a project, where nobody can be asked. */
export async function runCommand(project: TemporaryProject, ...words: readonly string[]): Promise<CommandRun> {
  const child = spawn(process.execPath, [join(packageFolder, "dist/src/cli/main.js"), ...words], {
    cwd: project.folder,
    env: { ...process.env, ...project.settings, NO_COLOR: "1" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { exitCode: await ended, stdout, stderr };
}
