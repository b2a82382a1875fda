import type { PlannedStep, ProofFinding } from "../../model/preview.js";
import { compareInputs } from "../drift/compare-inputs.js";

/** What the engine, which asks the site before it plans, was told by the stack's proof about each integration user. */
export function proofFindings(steps: readonly PlannedStep[]): readonly ProofFinding[] {
  const proofs = steps.filter(({ kind }) => kind === "AccessProof");
  return proofs.flatMap(({ before }) =>
    compareInputs({}, { findings: before?.findings ?? {} }).flatMap(({ path: [, user, what], to }) =>
      user === undefined || what === undefined ? [] : [{ user, what, why: String(to) }],
    ),
  );
}
