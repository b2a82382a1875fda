import type { JudgedAssertion } from "../analysis/findings/judge-assertions.js";
import type { StackFault } from "../errors.js";
import type { Assertion } from "../model/assertion.js";
import { expandAlone } from "../stack/expand/expand-alone.js";
import { expandAssertions, openAssertions } from "../stack/expand/expand-assertions.js";
import type { Stack } from "../stack/read-stack.js";
import { judgeByFile } from "./judge-by-file.js";

/** What became of an assertion, with its place in the file. */
export interface PlacedAssertion extends StackFault {
  readonly result: JudgedAssertion["result"];
}

/** Judged assertions of a stack file with their places. */
export function placeAssertions(stack: Stack, judged: readonly JudgedAssertion[]): readonly PlacedAssertion[] {
  return judged.map(({ assertion, result, message }) => ({ ...stack.fault(assertion.origin, message), result }));
}

/** Judges the assertions of a stack file without a site. */
export function assertionsOf(stack: Stack): readonly PlacedAssertion[] {
  const { declaration } = stack;
  if (declaration.assert === undefined) return [];
  const { desired, projects, open } = expandAlone(stack);
  const assertions = expandAssertions(declaration, projects);
  const judged = open.length > 0 ? assertions.map(leaveOpen) : judgeByFile(desired, assertions);
  const others = openAssertions(declaration).map(({ origin, selector }): PlacedAssertion => {
    const message = `which other projects ${selector} stands for only the site can tell`;
    return { ...stack.fault(origin, message), result: "open" };
  });
  return [...placeAssertions(stack, judged), ...others];
}

/** Where a category may bring any project anything, nothing is told by the file. */
function leaveOpen(assertion: Assertion): JudgedAssertion {
  return { assertion, result: "open", message: "which projects are in a category only the site can tell" };
}
