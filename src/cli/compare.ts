import { Command } from "commander";
import { type AccessComparison, compareAccess } from "../analysis/comparison/compare-access.js";
import { findNew } from "../analysis/comparison/find-new.js";
import { toShifts } from "../analysis/comparison/to-shifts.js";
import { mentionsIn } from "../analysis/worlds/mentions.js";
import { stackWorlds } from "../analysis/worlds/stack-worlds.js";
import { exitCodes } from "../catalogue/exit-codes.js";
import { StackError } from "../errors.js";
import type { DesiredAccess } from "../model/desired-access.js";
import { expandAlone } from "../stack/expand/expand-alone.js";
import { readStack, type Stack } from "../stack/read-stack.js";
import { stackFileOf } from "../stack/stack-files.js";
import { describeComparison, describeNovelty, noveltyData } from "./compare/describe-comparison.js";
import { readStackAt } from "./compare/read-stack-at.js";
import { chooseStack } from "./stack/choose-stack.js";
import { compareOnSite } from "./stack/compare-on-site.js";
import { printJson, printOut } from "./terminal/print-out.js";
import { withProgress } from "./terminal/progress.js";

interface CompareOptions {
  readonly base?: string;
  readonly live?: true;
  readonly nothingNew?: true;
  readonly json?: true;
}

const examples = `
Examples:
  jira-access compare staging production              who would gain and lose what if staging became production
  jira-access compare production --base main          what this working copy changes
  jira-access compare production --base main --nothing-new   for pipelines: exit code 2 if anybody gains anything
  jira-access compare production --live               what applying it would change on the site, account by account
  jira-access compare production --base main --live   the same as --base, with all that the site knows

What the files do not say, as the members of a group of the site, only the site can tell; such changes are listed apart.
Exit code: 0, or with --nothing-new 2 when something is gained or may be; 1 when a file cannot be used.`;

/** The verb `compare`: tells who gains and who loses what between two stack files. */
export function compareCommand(): Command {
  return new Command("compare")
    .description("tell who gains and who loses what between two stacks, or by a change of one")
    .argument("<stack>", "name of a stack or path of a stack file")
    .argument("[other]", "what it is compared with; the first is taken as before, this as after")
    .option("--base <revision>", "compare the stack as it was in this commit with how it is now")
    .option("--live", "ask the site for what the files do not say; without another stack, compare with the site itself")
    .option("--nothing-new", "exit with 2 and the gravest example when somebody gains something")
    .option("--json", "print the changes as JSON")
    .addHelpText("after", examples)
    .action(async (stack: string, other: string | undefined, options: CompareOptions, command: Command) => {
      const { base, live } = options;
      if (other !== undefined && base !== undefined) command.error("error: name a second stack or a commit, not both");
      if (other === undefined && base === undefined && !live) {
        command.error("error: name a second stack, a commit with --base, or the site with --live");
      }
      print(await withProgress("comparing", () => compare(stack, other, options)), options);
    });
}

async function compare(
  stack: string,
  other: string | undefined,
  { base, live }: CompareOptions,
): Promise<AccessComparison> {
  const file = stackFileOf(stack);
  const before = base === undefined ? readStack(file) : await readStackAt(file, base);
  const after = readStack(other === undefined ? file : stackFileOf(other));
  if (!live) return compareStacks(before, after);
  const isAlone = other === undefined && base === undefined;
  return compareOnSite(await chooseStack(stack), after, isAlone ? undefined : before);
}

/**
 * Compares what two stack files say.
 * @throws StackError when one of them chooses projects by category, which only a site can tell.
 */
function compareStacks(before: Stack, after: Stack): AccessComparison {
  const old = expandFor(before, after);
  const now = expandFor(after, before);
  const mentions = mentionsIn([old, now]);
  return compareAccess(stackWorlds(old, mentions), stackWorlds(now, mentions));
}

function expandFor(stack: Stack, other: Stack): DesiredAccess {
  const { desired, open } = expandAlone(stack, [other]);
  if (open.length === 0) return desired;
  const message = "only the site can tell which projects are in a category; say --live to ask it";
  throw new StackError(open.map(({ origin }) => stack.fault(origin, message)));
}

function print(comparison: AccessComparison, { nothingNew, json }: CompareOptions): void {
  const novelty = findNew(comparison);
  if (json) printJson({ ...toShifts(comparison), ...noveltyData(novelty) });
  else printOut(nothingNew ? describeNovelty(novelty) : describeComparison(comparison));
  process.exitCode = nothingNew && novelty.answer !== "nothing" ? exitCodes.found : exitCodes.clean;
}
