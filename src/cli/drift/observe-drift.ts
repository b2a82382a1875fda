import { findDrift } from "../../analysis/drift/find-drift.js";
import { measureCoverage } from "../../analysis/drift/measure-coverage.js";
import { muteDrift } from "../../analysis/drift/mute-drift.js";
import { reportDrift } from "../../analysis/drift/report-drift.js";
import type { Directory } from "../../client/directory.js";
import { dayOf } from "../../model/day.js";
import type { DesiredAccess } from "../../model/desired-access.js";
import type { FindingReport } from "../../model/finding.js";
import { createProviders } from "../../provider/providers.js";
import { expandStack } from "../../stack/expand/expand-stack.js";
import { readStack, type Stack } from "../../stack/read-stack.js";
import type { State } from "../engine/export-state.js";
import type { ChosenStack } from "../stack/choose-stack.js";
import { connect } from "../stack/connect.js";
import { findAuthorsOfDrift } from "./find-authors-of-drift.js";
import { trackResources } from "./track-resources.js";

/**
 * Holds a stack's file, its state and the site against each other; each collection of the site is read once.
 * @param exporting the state, which may still be on its way.
 * @throws StackError, EngineError, JiraError
 */
export async function observeDrift({ name, file }: ChosenStack, exporting: Promise<State>): Promise<FindingReport> {
  // The engine's CLI and the site answer while the file is read, which takes about as long.
  const [{ owner, resources: state }, { directory, inventory }, stack] = await Promise.all([
    exporting,
    connect(name).then(async (directory) => ({ directory, inventory: await takeInventory(directory) })),
    Promise.resolve(file).then(readStack),
  ]);
  const desired = await expandOnSite(stack, directory);
  const resources = await trackResources(createProviders(directory), state, desired, owner);
  const today = dayOf(new Date().toISOString());
  const muted = muteDrift(findDrift(resources), stack.declaration.drift?.ignore ?? [], today);
  const authors = await findAuthorsOfDrift(directory, muted.told, resources);
  return reportDrift({
    stack: name,
    ...muted,
    resources: state,
    coverage: measureCoverage(
      state.map(({ outputs }) => outputs),
      inventory,
    ),
    authorOf: (drift) => authors.get(drift),
    placeOf: (origin) => stack.place(origin),
  });
}

/** What the file asks for, with what only the site can say: projects by selectors, and which scheme a project has. */
async function expandOnSite(stack: Stack, directory: Directory): Promise<DesiredAccess> {
  const projects = [...(await directory.projects.all()).values()];
  const { integrationUsers, associations } = expandStack(stack, undefined, projects);
  const known = new Set(associations.map(({ project }) => project));
  const asked = new Set(integrationUsers.flatMap((user) => user.projects).filter((project) => !known.has(project)));
  const schemes = await directory.schemes.all();
  const schemeOf = new Map(
    await Promise.all(
      [...asked].map(async (key) => {
        const project = await directory.projectOfKey.load(key);
        const scheme = project?.management === "company" ? await directory.associations.load(project.id) : undefined;
        return [key, scheme === undefined ? undefined : schemes.get(scheme)?.name] as const;
      }),
    ),
  );
  return expandStack(stack, (project) => schemeOf.get(project), projects);
}

async function takeInventory(directory: Directory) {
  const [schemes, roles, projects] = await Promise.all([
    directory.schemes.all(),
    directory.roles.all(),
    directory.projects.all(),
  ]);
  return { schemes: [...schemes.values()], roles: [...roles.values()], projects: [...projects.values()] };
}
