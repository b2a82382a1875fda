import type { Judgement, Policy, PolicyContext } from "../../../src/analysis/policies/policy.js";
import { declare, type Words } from "./declare.js";

/** What a policy says of what is declared, on the 15th of June 2026 and without a baseline unless told otherwise. */
export function judge(
  policy: Policy,
  words: Words,
  settings: unknown = {},
  context: Partial<PolicyContext> = {},
): Judgement {
  return policy.judge(declare(words), settings, { today: "2026-06-15", readBaseline: () => undefined, ...context });
}

/** The rights that a policy objects to; undefined where it has nothing to judge. */
export function refused(...given: Parameters<typeof judge>): readonly string[] | undefined {
  const judgement = judge(...given);
  return "violations" in judgement ? judgement.violations.map(({ right }) => right) : undefined;
}
