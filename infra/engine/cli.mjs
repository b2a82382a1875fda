// @ts-check
import { mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildCli } from "./cli-build.mjs";
import { downloadCli } from "./cli-download.mjs";
import { acceptCli, cliFiles, missingFiles } from "./cli-files.mjs";
import { withLock } from "./lock.mjs";
import { cliFolder, pinnedCliVersion, stampFolder } from "./paths.mjs";
import { SetUpError } from "./set-up-error.mjs";

/**
 * @typedef {object} Source one way by which the CLI may come
 * @property {string} name
 * @property {() => Promise<string>} obtain resolves to "" when the CLI stands in its folder, else to why not
 */

const stampPath = join(stampFolder, "pulumi-cli");

/** Whether the CLI that was accepted last still stands in its folder, unchanged. */
export function cliIsReady() {
  const bin = join(cliFolder(pinnedCliVersion()), "bin");
  return missingFiles(bin).length === 0 && readStamp() === describe(bin);
}

/** Brings the pinned Pulumi CLI into the folder in which the npm package `pulumi` looks for it. */
export async function setUpCli() {
  const version = pinnedCliVersion();
  const folder = cliFolder(version);
  const bin = join(folder, "bin");
  const onWait = () => process.stderr.write("Waiting for another set-up of the Pulumi CLI to end\n");
  const sources = [
    { name: `the folder ${bin}`, obtain: () => acceptCli(bin, version) },
    { name: "the download by npm's package `pulumi`", obtain: () => downloadCli(folder, version) },
    { name: "a build from the Go modules in infra/engine", obtain: () => buildCli(folder, version) },
  ];
  await withLock(join(folder, ".set-up.lock"), () => obtainFromFirst(sources, version), { onWait }).catch((error) => {
    throw error instanceof SetUpError
      ? error
      : new SetUpError(`${folder} cannot be used: ${error.message}. Let your user write there.`);
  });
  mkdirSync(stampFolder, { recursive: true });
  writeFileSync(stampPath, describe(bin));
}

/**
 * Tries one source after the other.
 * @param {Source[]} sources
 * @param {string} version
 */
export async function obtainFromFirst(sources, version) {
  /** @type {string[]} */
  const refusals = [];
  for (const { name, obtain } of sources) {
    const refusal = await obtain();
    if (refusal === "") return;
    refusals.push(`  ${refusals.length + 1}. ${name}: ${refusal.replace(/\n/g, "\n     ")}`);
  }
  throw new SetUpError(
    [
      `The Pulumi CLI ${version} could not be had. Tried:`,
      ...refusals,
      "What to do: install Go 1.26 or newer, with access to Go modules, or put the Pulumi CLI of that version " +
        `(${cliFiles().join(", ")}) into the folder named first; then run \`npm run set-up\` again.`,
    ].join("\n"),
  );
}

function readStamp() {
  try {
    return readFileSync(stampPath, "utf8");
  } catch {
    return undefined;
  }
}

/** @param {string} bin */
function describe(bin) {
  return cliFiles()
    .map((name) => join(bin, name))
    .map((path) => `${path} ${statSync(path).size} ${statSync(path).mtimeMs}\n`)
    .join("");
}
