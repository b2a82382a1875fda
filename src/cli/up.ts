import { Command } from "commander";
import { EngineError } from "../errors.js";
import { manyAtOnce, quickStart, savedOnce } from "./engine/engine-speed.js";
import { showPulumi } from "./engine/run-pulumi.js";
import { chooseStack, requireOwnFile, stackArgumentHelp } from "./stack/choose-stack.js";
import { printVerification, verifyStack } from "./verify.js";

interface UpOptions {
  readonly yes?: true;
  readonly bulk?: true;
  readonly json?: true;
}

const examples = `
Examples:
  jira-access up                             previews, asks, applies, verifies
  jira-access up demo --yes                  asks nothing
  jira-access up --yes --json                the result of the verification on stdout, all else on stderr
  jira-access up --bulk                      the first up of thousands of resources
  jira-access up --yes -- --skip-preview     what follows -- goes to pulumi up

Exit code: 0 when applied and all access is as declared, 2 when applied and something is found, 1 when it failed.`;

/** The verb `up`: applies a stack, then asks the site whether all access is as declared. */
export function upCommand(): Command {
  return new Command("up")
    .description("pulumi up, then verify")
    .usage("[options] [stack] [-- pulumi arguments]")
    .argument("[stack]", stackArgumentHelp)
    .argument("[arguments...]")
    .option("-y, --yes", "apply without asking; needed where nobody can be asked")
    .option("--bulk", "have the engine save the state once, at the end, which is faster where much is new")
    .option("--json", "print the result of the verification as JSON on stdout")
    .addHelpText("after", examples)
    .action(up);
}

async function up(first: string | undefined, more: readonly string[], { yes, bulk, json }: UpOptions): Promise<void> {
  // Without a stack, the first word after -- comes in its place.
  const named = first?.startsWith("-") ? undefined : first;
  const chosen = await chooseStack(named);
  requireOwnFile(chosen);
  const given = named === first ? more : [`${first}`, ...more];
  const words = ["up", ...manyAtOnce, "--stack", chosen.name, ...(yes ? ["--yes"] : []), ...given];
  const exitCode = await showPulumi(words, json ? "stderr" : "stdout", {
    ...quickStart(process.env),
    ...(bulk ? savedOnce : {}),
  });
  if (exitCode !== 0)
    throw new EngineError(
      `pulumi up ended with ${exitCode}; nothing was verified. Mend what it says above, then run it again`,
    );
  printVerification(await verifyStack(chosen), json === true);
}
