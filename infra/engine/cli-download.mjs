// @ts-check
import { join } from "node:path";
import { acceptCli, makeAside } from "./cli-files.mjs";
import { bestNode, root } from "./paths.mjs";
import { startProgress } from "./progress.mjs";
import { run } from "./run.mjs";

const limitMs = 300000;

/**
 * Lets the npm package `pulumi` download the CLI as it would on first use.
 * @param {string} folder
 * @param {string} version
 * @returns {Promise<string>} "" or why it did not work
 */
export function downloadCli(folder, version, { runCommand = run, begin = startProgress, accept = acceptCli } = {}) {
  return makeAside(
    folder,
    version,
    async (workshop) => {
      const env = { ...process.env, PULUMI_HOME: workshop, PULUMI_VERSION: version };
      const progress = begin(`Downloading the Pulumi CLI ${version}`);
      const script = join(root, "node_modules", "pulumi", "run.js");
      const { reason } = await runCommand(bestNode(), [script, "version"], { env, limitMs });
      progress.stop();
      return { refusal: withoutHeading(reason), bin: join(workshop, "versions", version, "bin") };
    },
    accept,
  );
}

/** @param {string} reason */
function withoutHeading(reason) {
  return reason.replace(/^Downloading .*\n/, "").replace(/^pulumi: /, "");
}
