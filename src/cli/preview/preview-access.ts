import { groupSteps } from "../../analysis/preview/group-steps.js";
import type { AccessPreview } from "../../model/preview.js";
import { readStack } from "../../stack/read-stack.js";
import { compareOnSite } from "../compare/compare-on-site.js";
import { comparisonData } from "../compare/describe-comparison.js";
import { previewStack } from "../engine/preview-stack.js";
import { type ChosenStack, requireOwnFile } from "../stack/choose-stack.js";
import { withProgress } from "../terminal/progress.js";

/**
 * What applying a stack would change, as the engine and the site tell.
 * @throws EngineError, StackError, JiraError
 */
export async function previewAccess(chosen: ChosenStack): Promise<AccessPreview> {
  requireOwnFile(chosen);
  const stack = readStack(chosen.file);
  const { owner, steps } = await withProgress("asking the engine what it would do", () => previewStack(chosen.name));
  const comparison = await compareOnSite(chosen, stack);
  return {
    owner,
    stack: chosen.name,
    changes: groupSteps(steps),
    ...comparisonData(comparison),
    givenUp: steps.filter(({ after }) => after === undefined).length,
  };
}
