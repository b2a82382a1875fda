import { StackError } from "../errors.js";
import type { DesiredAccess } from "../model/desired-access.js";
import type { Project } from "../model/project.js";
import { expandStack } from "./expand-stack.js";
import type { Stack } from "./read-stack.js";
import { parseSelector } from "./selectors.js";

/**
 * What a stack file asks for as far as no site is needed to tell: for the projects that it or one of the others mentions
 * by key. `all` and patterns stand for those among these.
 * @throws StackError when the file chooses projects by category, as only a site knows which those are.
 */
export function expandAlone(stack: Stack, others: readonly Stack[] = []): DesiredAccess {
  const faults = mentionsIn(stack)
    .filter(({ selector }) => parseSelector(selector).type === "category")
    .map(({ origin }) => stack.fault(origin, "only the site can tell which projects are in a category"));
  if (faults.length > 0) throw new StackError(faults);
  const keys = [stack, ...others].flatMap(mentionsIn).flatMap(({ selector }) => {
    const parsed = parseSelector(selector);
    return parsed.type === "key" ? [parsed.key] : [];
  });
  const projects = [...new Set(keys)].map((key): Project => ({ id: key, key, name: key, management: "company" }));
  return expandStack(stack, undefined, projects);
}

function mentionsIn(stack: Stack): DesiredAccess["projects"] {
  return expandStack(stack).projects;
}
