import type { DesiredAccess } from "../../model/desired-access.js";
import type { SiteAccess } from "../../model/site-access.js";
import { applyGrants } from "./apply-grants.js";
import { applyMembers } from "./apply-members.js";
import { applyProjects } from "./apply-projects.js";
import { createDeclared } from "./create-declared.js";
import { namesOf } from "./site-names.js";

/**
 * The site that is left when a stack is applied to a site. What the stack declared before and does not declare any more
 * stays as it is here: what that takes away or puts back is known to the stack's state alone.
 */
export function applyStack(before: SiteAccess, desired: DesiredAccess): SiteAccess {
  const site = createDeclared(before, desired);
  const names = namesOf(site, desired);
  const steps = [applyMembers, applyGrants, applyProjects];
  return steps.reduce((now, apply) => apply(now, desired, names), site);
}
