// @ts-check
import { accessSync, constants, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { run } from "./run.mjs";

/** The files without which the engine cannot run this project; the first is the CLI itself. */
export function cliFiles(platform = process.platform) {
  const [exe, script] = platform === "win32" ? [".exe", ".cmd"] : ["", ""];
  return [`pulumi${exe}`, `pulumi-language-nodejs${exe}`, `pulumi-resource-pulumi-nodejs${script}`];
}

/**
 * The needed files that a folder lacks or that cannot be executed.
 * @param {string} bin
 */
export function missingFiles(bin) {
  return cliFiles().filter((name) => {
    try {
      accessSync(join(bin, name), constants.X_OK);
      return false;
    } catch {
      return true;
    }
  });
}

/**
 * @param {string} bin
 * @param {string} version
 * @returns {Promise<string>} "" when a complete CLI of that version stands there, else what is wrong
 */
export async function acceptCli(bin, version, runCommand = run) {
  const missing = missingFiles(bin);
  if (missing.length > 0) return `it has no executable ${missing.join(", ")}`;
  const env = { ...process.env, PULUMI_SKIP_UPDATE_CHECK: "true" };
  const { ok, output, reason } = await runCommand(join(bin, String(cliFiles()[0])), ["version"], {
    env,
    limitMs: 60000,
  });
  if (!ok) return `its pulumi does not run: ${reason}`;
  const found = output.trim().replace(/^v/, "");
  return found === version ? "" : `its pulumi is version ${found}`;
}

/**
 * Has the CLI made in a folder of its own, checks it there, and only then moves it to its place, the CLI itself last:
 * whatever is broken off leaves nothing half-made.
 * @param {string} folder
 * @param {string} version
 * @param {(workshop: string) => Promise<{ refusal: string, bin: string }>} make
 * @returns {Promise<string>} "" or why it did not work
 */
export async function makeAside(folder, version, make, accept = acceptCli) {
  const workshop = join(folder, ".set-up");
  rmSync(workshop, { recursive: true, force: true });
  mkdirSync(workshop, { recursive: true });
  try {
    const { refusal, bin } = await make(workshop);
    const fault = refusal || (await accept(bin, version));
    if (fault !== "") return fault;
    moveAll(bin, join(folder, "bin"));
    return "";
  } finally {
    rmSync(workshop, { recursive: true, force: true });
  }
}

/**
 * @param {string} from
 * @param {string} to
 */
function moveAll(from, to) {
  mkdirSync(to, { recursive: true });
  const [cli] = cliFiles();
  const others = readdirSync(from).filter((name) => name !== cli);
  for (const name of [...others, String(cli)]) renameSync(join(from, name), join(to, name));
}
