// @ts-check
// Brings a clone to where the demo and the tests can run: npm packages, compiled sources, the Pulumi CLI.
// Whatever is in place is left alone, so it costs next to nothing to run this before everything else.
import { join } from "node:path";
import { build, buildIsReady } from "./build.mjs";
import { cliIsReady, setUpCli } from "./cli.mjs";
import { commandIsReady, linkCommand } from "./command.mjs";
import { dependenciesAreReady, installDependencies } from "./dependencies.mjs";
import { withLock } from "./lock.mjs";
import { root } from "./paths.mjs";
import { reportFailure } from "./report-failure.mjs";

const steps = [
  { isReady: () => dependenciesAreReady(), makeReady: () => installDependencies() },
  { isReady: () => buildIsReady(), makeReady: () => build() },
  { isReady: () => commandIsReady(), makeReady: () => linkCommand() },
  { isReady: cliIsReady, makeReady: setUpCli },
];

async function setUp() {
  if (steps.every((step) => step.isReady())) return;
  const onWait = () => process.stderr.write("Waiting for another set-up of this folder to end\n");
  const work = async () => {
    for (const step of steps) if (!step.isReady()) await step.makeReady();
  };
  await withLock(join(root, ".set-up.lock"), work, { onWait });
}

process.once("SIGINT", () => process.exit(130));
process.once("SIGTERM", () => process.exit(143));
setUp().catch(reportFailure);
