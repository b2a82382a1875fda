import { Command } from "commander";
import { z } from "zod";
import { readRights } from "../analysis/policies/read-rights.js";
import { formatBaseline } from "../analysis/policies/right-text.js";
import { EngineError } from "../errors.js";
import type { DeclaredRights } from "../model/declared-rights.js";
import { askPulumi } from "./engine/run-pulumi.js";
import { printJson, printOut } from "./terminal/print-out.js";

const examples = `
Examples:
  jira-access baseline demo > stacks/baselines/demo.txt   where the policy pack looks for it
  jira-access baseline                                    of the selected stack
  jira-access baseline demo --json                        for scripts

Exit code: 0 when it was listed, 1 when the stack cannot be read or holds nothing yet.`;

const state = z.object({
  deployment: z.object({
    resources: z.array(z.object({ type: z.string(), urn: z.string(), outputs: z.unknown().optional() })).default([]),
  }),
});

/** The verb `baseline`: prints every grant, seat and membership that a stack holds, line by line. */
export function baselineCommand(): Command {
  return new Command("baseline")
    .description("list what a stack holds, for the policy beyond-baseline to compare with")
    .argument("[stack]", "the stack's name in Pulumi (default: the one that is selected)")
    .option("--json", "print grants, seats and memberships as JSON")
    .addHelpText("after", examples)
    .action(async (stack: string | undefined, { json }: { json?: true }) => {
      const rights = await readStackRights(stack);
      if (json) printJson(rights);
      else printOut(formatBaseline(rights));
    });
}

/**
 * What a stack holds by its state; asks no site.
 * @throws EngineError when the stack does not exist or nothing was ever applied.
 */
async function readStackRights(stack: string | undefined): Promise<DeclaredRights> {
  const which = stack === undefined ? [] : ["--stack", stack];
  const { deployment } = state.parse(JSON.parse(await askPulumi("stack", "export", ...which)));
  if (deployment.resources.length > 0) {
    return readRights(deployment.resources.map(({ type, urn, outputs }) => ({ type, urn, props: outputs })));
  }
  throw new EngineError(
    `the stack ${stack ?? "that is selected"} holds nothing yet, and a baseline is made of what was applied: run jira-access up first`,
  );
}
