import { Command, Option } from "commander";
import { exitCodes } from "../catalogue/exit-codes.js";
import { type Risk, risks } from "../catalogue/risk.js";
import { choosePullRequest } from "../forge/choose-forge.js";
import type { PullRequest } from "../forge/forge.js";
import { type AccessPreview, isWorthTelling, possibleGains } from "../model/preview.js";
import { writePreview } from "../report/preview/preview-schema.js";
import { writeComment } from "../report/preview/write-comment.js";
import { describePreview } from "./preview/describe-preview.js";
import { postPreview } from "./preview/post-preview.js";
import { previewAccess } from "./preview/preview-access.js";
import { chooseStack, stackArgumentHelp } from "./stack/choose-stack.js";
import { printAside, printOut } from "./terminal/print-out.js";
import { withProgress } from "./terminal/progress.js";

const writers = {
  text: describePreview,
  markdown: (preview: AccessPreview) => writeComment(preview),
  json: writePreview,
} as const;

interface PreviewOptions {
  readonly format: keyof typeof writers;
  readonly json?: true;
  readonly quietWhenEmpty?: true;
  readonly failOn?: Risk;
  readonly post?: true;
  readonly policyPack: readonly string[];
  readonly policyPackConfig: readonly string[];
}

const examples = `
Runs pulumi preview, and asks the site who would gain and who would lose what. Writes nothing to the site.

Examples:
  jira-access preview                                   the selected stack
  jira-access preview production --format markdown      one comment for a pull request
  jira-access preview production --fail-on destroys     for pipelines: exit code 2 if anybody gains what destroys, or graver
  jira-access preview production --post                 in a pipeline: creates or updates the one comment
  jira-access preview production --quiet-when-empty     prints nothing where nothing changes access
  jira-access preview production --policy-pack infra/policy   and what policies object to

Tiers of risk, gravest first: ${risks.join(", ")}.
Exit code: 0, or 2 when a mandatory policy objects or, with --fail-on, something of that tier is gained or may be; 1 when
it cannot be told.`;

/** The verb `preview`: what applying a stack would change, and who gains and loses what by that. */
export function previewCommand(): Command {
  const formats = Object.keys(writers);
  return new Command("preview")
    .description("tell what applying the stack would change, and who gains and loses what")
    .argument("[stack]", stackArgumentHelp)
    .addOption(new Option("--format <format>", "how it is written").choices(formats).default("text"))
    .option("--json", "the same as --format json")
    .option("--quiet-when-empty", "print nothing where nothing changes access")
    .addOption(new Option("--fail-on <tier>", "exit with 2 when a gain is of this tier or graver").choices(risks))
    .option("--policy-pack <folder...>", "policy packs that judge what is declared", [])
    .option("--policy-pack-config <file...>", "files with the settings of these packs, in the same order", [])
    .option("--post", "keep it as the one comment on the pull request that this pipeline runs for")
    .addHelpText("after", examples)
    .action(async (stack: string | undefined, options: PreviewOptions) => {
      const pullRequest = options.post && choosePullRequest(process.env);
      const preview = await previewAccess(await chooseStack(stack), {
        packs: options.policyPack,
        settings: options.policyPackConfig,
      });
      const post = (to: PullRequest) => postPreview(to, preview, options.quietWhenEmpty === true);
      const kept = pullRequest && (await withProgress("posting the comment", () => post(pullRequest)));
      print(preview, options);
      if (kept) printAside(`comment on the pull request: ${kept}`);
      process.exitCode = isRefused(preview, options.failOn) ? exitCodes.found : exitCodes.clean;
    });
}

function print(preview: AccessPreview, { format, json, quietWhenEmpty }: PreviewOptions): void {
  if (quietWhenEmpty && !isWorthTelling(preview)) return;
  printOut(writers[json ? "json" : format](preview));
}

/**
 * Whether the engine would refuse to apply it for a policy, or somebody gains, or may gain, what a gate refuses;
 * permissions of apps have no tier and count as the last.
 */
function isRefused(preview: AccessPreview, gate: Risk | undefined): boolean {
  if (preview.violations?.some(({ isMandatory }) => isMandatory)) return true;
  if (gate === undefined) return false;
  const tiers = possibleGains(preview).map(({ risk = "reads" }) => risks.indexOf(risk as Risk));
  return tiers.some((tier) => tier <= risks.indexOf(gate));
}
