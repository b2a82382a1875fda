import type { DesiredAccess, DesiredProject } from "../../model/desired-access.js";
import type { Project } from "../../model/project.js";
import type { Stack } from "../read-stack.js";
import { parseSelector } from "../selectors.js";
import { expandStack } from "./expand-stack.js";

/** What a stack file asks for as far as no site is needed to tell. */
export interface AloneAccess {
  readonly desired: DesiredAccess;
  /** The projects that `all` and patterns choose from: those that are mentioned by key. */
  readonly projects: readonly Project[];
  /** Where it chooses projects by category: what is asked for there may be asked for any project. */
  readonly open: readonly DesiredProject[];
}

/** Expands a stack file without a site, for the projects that it or one of the others mentions by key. */
export function expandAlone(stack: Stack, others: readonly Stack[] = []): AloneAccess {
  const keys = [stack, ...others].flatMap(projectsIn).flatMap(({ selector }) => {
    const parsed = parseSelector(selector);
    return parsed.type === "key" ? [parsed.key] : [];
  });
  const projects = [...new Set(keys)].map((key): Project => ({ id: key, key, name: key, management: "company" }));
  return {
    desired: expandStack(stack, undefined, projects),
    projects,
    open: projectsIn(stack).filter(({ selector }) => parseSelector(selector).type === "category"),
  };
}

function projectsIn(stack: Stack): readonly DesiredProject[] {
  return expandStack(stack).projects;
}
