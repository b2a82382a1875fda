import { toShifts } from "../../analysis/comparison/to-shifts.js";
import { groupSteps } from "../../analysis/preview/group-steps.js";
import { proofFindings } from "../../analysis/preview/proof-findings.js";
import type { AccessPreview, PolicyViolation } from "../../model/preview.js";
import { type PlannedResource, planStack } from "../../resources/stack/plan-stack.js";
import { readStack, type Stack } from "../../stack/read-stack.js";
import { type PolicyPacks, previewStack } from "../engine/preview-stack.js";
import { type ChosenStack, requireOwnFile } from "../stack/choose-stack.js";
import { compareOnSite } from "../stack/compare-on-site.js";
import { withProgress } from "../terminal/progress.js";

/**
 * What applying a stack would change, as the engine and the site tell.
 * @throws EngineError, StackError, JiraError
 */
export async function previewAccess(chosen: ChosenStack, policies: PolicyPacks): Promise<AccessPreview> {
  requireOwnFile(chosen);
  const stack = readStack(chosen.file);
  const { owner, steps, violations } = await withProgress("asking the engine what it would do", () =>
    previewStack(chosen.name, policies),
  );
  const { desired, ...comparison } = await compareOnSite(chosen, stack);
  return {
    owner,
    stack: chosen.name,
    changes: groupSteps(steps),
    ...toShifts(comparison),
    givenUp: steps.filter(({ after }) => after === undefined).length,
    proof: proofFindings(steps),
    ...(violations && { violations: placeViolations(violations, planStack(desired, owner), stack) }),
  };
}

/** Violations with the places at which the stack file declares what they are about. */
function placeViolations(
  violations: readonly PolicyViolation[],
  planned: readonly PlannedResource[],
  stack: Stack,
): readonly PolicyViolation[] {
  return violations.map((violation) => {
    const { kind, name } = violation.resource ?? {};
    const plan = planned.find((one) => one.kind === kind && one.name === name);
    return plan === undefined ? violation : { ...violation, place: stack.place(plan.origin) };
  });
}
