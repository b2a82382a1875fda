import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { execa } from "execa";
import { onTestFinished } from "vitest";
import { packageFolder } from "../../infra/package-folder.js";

/** How a script in a clean clone ended. */
interface ScriptRun {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** This repository as somebody has it after cloning it and setting it up, and nothing else of this machine's settings. */
export interface CleanClone {
  readonly folder: string;
  /** Where a state of its own may be kept. */
  readonly backendUrl: string;
  /** Runs a script of the shell as pipelines do: what fails ends it. */
  run(script: string, environment: Readonly<Record<string, string>>, input?: string): Promise<ScriptRun>;
}

/** Makes a clone that is gone after the test; it borrows installed packages and the build. */
export function openCleanClone(): CleanClone {
  const folder = mkdtempSync(join(tmpdir(), "clone-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const listed = execFileSync("git", ["ls-files", "-co", "--exclude-standard", "-z"], { cwd: packageFolder });
  const paths = listed.toString().split("\0").filter(Boolean);
  const entries = new Set([...paths.map((path) => path.split("/")[0] ?? path), "dist"]);
  // The times of all files are kept to the last digit: by these the set-up sees that the build is current.
  execFileSync("cp", ["-pR", ...entries, folder], { cwd: packageFolder });
  symlinkSync(join(packageFolder, "node_modules"), join(folder, "node_modules"));
  mkdirSync(join(folder, "state"));
  const { HOME = "", PULUMI_HOME, PATH = "" } = process.env;
  const ownTools = join(packageFolder, "node_modules");
  const machine = {
    HOME,
    ...(PULUMI_HOME === undefined ? {} : { PULUMI_HOME }),
    PATH: PATH.split(delimiter)
      .filter((one) => !one.startsWith(ownTools))
      .join(delimiter),
    PULUMI_SKIP_UPDATE_CHECK: "true",
    NO_UPDATE_NOTIFIER: "1",
  };
  return {
    folder,
    backendUrl: `file://${join(folder, "state")}`,
    async run(script, environment, input = "") {
      const { exitCode, stdout, stderr } = await execa("bash", ["-e", "-o", "pipefail", "-c", script], {
        cwd: folder,
        env: { ...machine, ...environment },
        extendEnv: false,
        input,
        reject: false,
      });
      return { exitCode: exitCode ?? 1, stdout, stderr };
    },
  };
}
