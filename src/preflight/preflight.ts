import { StackError } from "../errors.js";
import type { Lookups, Site } from "../live/observe-site.js";
import type { Assertion } from "../model/assertion.js";
import type { DesiredAccess } from "../model/desired-access.js";
import type { Owner } from "../model/ownership.js";
import type { Project } from "../model/project.js";
import { expandAssertions } from "../stack/expand/expand-assertions.js";
import { findClashes } from "../stack/expand/expand-projects.js";
import { expandStack } from "../stack/expand/expand-stack.js";
import { inFileOrder } from "../stack/file-order.js";
import type { Stack } from "../stack/read-stack.js";
import { select } from "../stack/selectors.js";
import { brakes } from "./brakes.js";
import { checkAgainstSite } from "./check-against-site.js";
import { judgeByFile } from "./judge-by-file.js";
import type { Objection } from "./objection.js";
import type { Recollection } from "./recollection.js";

/**
 * Holds a stack against the live site before anything is declared or written, and gives what it asks for.
 * @param owner the mark of this stack, `PROJECT/STACK`.
 * @param past what the last run of this stack declared.
 * @param observe reads the site; called once.
 * @throws StackError with every objection at its place in the file.
 * @throws JiraError when the site cannot be asked, or the acting account does not administer it.
 */
export async function preflight(
  stack: Stack,
  owner: Owner,
  past: Recollection,
  observe: (lookupsOf: (projects: readonly Project[]) => Lookups) => Promise<Site>,
): Promise<DesiredAccess> {
  const site = await observe((projects) => lookupsOf(expandStack(stack, undefined, projects)));
  const desired = expandStack(stack, (project) => site.schemeOf.get(project), site.projects);
  const objections = [
    ...findClashes(stack.declaration, site.projects),
    ...checkAgainstSite(desired, site, owner),
    ...brakes(desired, site, past),
    ...violatedAssertions(desired, expandAssertions(stack.declaration, site.projects)),
  ];
  const faults = objections.map(({ origin, message }) => stack.fault(origin, message));
  if (faults.length === 0) return desired;
  throw new StackError(inFileOrder(faults, stack.files));
}

function violatedAssertions(desired: DesiredAccess, assertions: readonly Assertion[]): readonly Objection[] {
  return judgeByFile(desired, assertions).flatMap(({ assertion: { origin }, result, message }) =>
    result === "violated" ? [{ origin, message: `violated: ${message}` }] : [],
  );
}

function lookupsOf({ projects, groups, schemes, actors, associations, integrationUsers }: DesiredAccess): Lookups {
  const holders = schemes.flatMap(({ grants = [] }) => grants.map(({ holder }) => holder));
  const named = (type: string) => holders.flatMap((holder) => (holder.type === type ? (holder.name ?? []) : []));
  const associated = new Set(associations.map(({ project }) => project));
  return {
    projects: projects.flatMap(({ selector }) => select(selector, [])),
    accounts: [
      ...named("user"),
      ...actors.flatMap(({ users }) => users),
      ...integrationUsers.map(({ account }) => account),
      ...groups.flatMap(({ members = [] }) => members),
    ],
    groups: [...named("group"), ...actors.flatMap(({ groups }) => groups)],
    schemesOf: integrationUsers.flatMap(({ projects }) => projects.filter((project) => !associated.has(project))),
    administered: [...new Set(actors.map(({ project }) => project))],
  };
}
