import { join } from "node:path";
import { openProject, pulumiScript, readDefinition, type TemporaryProject } from "../infra/trial/engine.js";
import { runMeasured } from "./run-measured.js";

/** What the engine and Node take by themselves, in seconds; measured in the same run as what is held against it. */
export interface References {
  readonly nodeStart: number;
  /** `pulumi preview` of a program without resources. */
  readonly emptyPreview: number;
  /** `pulumi up` of 100 resources whose provider does nothing. */
  readonly noOpUp: number;
}

const tries = 3;

/** Measures each reference a few times and keeps the shortest. */
export async function measureReferences(): Promise<References> {
  const [empty, noOp] = [await openProgram("empty"), await openProgram("no-op")];
  try {
    const nodeStart = await shortest(async () => (await runMeasured(process.execPath, ["--eval", "0"])).seconds);
    const emptyPreview = await shortest(() => runPulumi(empty, "empty", ["preview"]));
    const noOpUp = await shortest(async () => {
      const seconds = await runPulumi(noOp, "no-op", ["up", "--yes", "--skip-preview"]);
      await noOp.pulumi("destroy", "--yes", "--skip-preview");
      return seconds;
    });
    return { nodeStart, emptyPreview, noOpUp };
  } finally {
    for (const project of [empty, noOp]) project.remove();
  }
}

/** The shortest of some runs, which the rest of the machine disturbed least. */
export async function shortest(run: () => Promise<number>): Promise<number> {
  const seconds: number[] = [];
  for (let index = 0; index < tries; index++) seconds.push(await run());
  return Math.min(...seconds);
}

/** How long the Pulumi CLI takes for one command. @throws Error with what it printed when it fails. */
export async function runPulumi(project: TemporaryProject, stack: string, words: readonly string[]): Promise<number> {
  const env = { ...process.env, ...project.settings };
  const all = [pulumiScript, ...words, "--stack", stack, "--non-interactive"];
  const run = await runMeasured(process.execPath, all, { cwd: project.folder, env });
  if (run.exitCode !== 0) throw new Error(`${words.join(" ")} ended with ${run.exitCode}\n${run.stdout}${run.stderr}`);
  return run.seconds;
}

function openProgram(name: string): Promise<TemporaryProject> {
  return openProject({ ...readDefinition(), main: join(import.meta.dirname, `programs/${name}.js`) }, name, {});
}
