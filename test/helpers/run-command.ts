import type { TemporaryProject } from "../../infra/trial/engine.js";

/** How the command `jira-access` ended, and what it printed. */
export interface CommandRun {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `jira-access` in a project, where nobody can be asked. */
export async function runCommand(project: TemporaryProject, ...words: readonly string[]): Promise<CommandRun> {
  const { code: exitCode, stdout, stderr } = await project.command(...words);
  return { exitCode, stdout, stderr };
}
