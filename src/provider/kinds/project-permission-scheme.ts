import { objectToVacancy } from "../../analysis/brakes/last-administrator.js";
import type { Directory } from "../../client/directory.js";
import { assignPermissionScheme } from "../../client/permission-scheme.js";
import type { Allowance } from "../../model/desired-access.js";
import type { ProjectId, SchemeId } from "../../model/ids.js";
import { readDescription } from "../../model/ownership.js";
import type { PermissionScheme } from "../../model/permission-scheme.js";
import { brake } from "../brakes/brake.js";
import type { Handler, Session } from "../handler.js";
import { checkedBy } from "../inputs/read-inputs.js";
import { resolveProject, resolveScheme } from "../resolve.js";
import { isUncertain, writeOrLook } from "../writes/lost-answer.js";
import { Unfinished } from "../writes/unfinished.js";

interface Inputs {
  readonly project: string;
  readonly scheme: string;
  readonly allow?: Allowance;
}

interface Outputs extends Inputs {
  readonly projectId: ProjectId;
  /** The scheme that this resource gave the project last, whatever it uses now. */
  readonly schemeId: SchemeId;
  /** The scheme that the project used before this resource came; absent where it was this one already. */
  readonly previousSchemeId?: SchemeId;
}

const defaultSchemeId = "0";

/** Handles `ProjectPermissionScheme`: which scheme a project uses. */
export const projectPermissionScheme: Handler<Inputs, Outputs> = {
  replaceOn: ["project"],

  check: checkedBy((input) => ({ project: input.text("project"), scheme: input.text("scheme"), ...input.allowance() })),

  hold({ asserted }, { projectId }) {
    asserted.add(assertion(projectId));
  },

  async create(session, inputs) {
    const { directory } = session;
    const projectId = await resolveProject(directory, inputs.project);
    const scheme = await resolveScheme(directory, inputs.scheme);
    const schemeId = scheme.id;
    const previousSchemeId = await directory.associations.load(projectId);
    const previous = previousSchemeId === schemeId ? {} : { previousSchemeId };
    const outputs = { ...inputs, projectId, schemeId, ...previous };
    await brakeAssignment(session, projectId, scheme, inputs);
    try {
      await assign(session, projectId, schemeId);
    } catch (error) {
      throw isUncertain(error) ? new Unfinished(projectId, outputs, error) : error;
    }
    return { id: projectId, outputs };
  },

  async read({ directory }, outputs) {
    const { projectId, schemeId, previousSchemeId, ...inputs } = outputs;
    const project = (await directory.projects.all()).get(projectId);
    if (project === undefined) return undefined;
    const now = await directory.associations.load(projectId);
    if (now === schemeId) return { inputs, outputs };
    const name = (await directory.schemes.all()).get(now)?.name ?? now;
    const seen = { scheme: name };
    return { inputs: { ...inputs, ...seen }, outputs: { ...outputs, ...seen } };
  },

  async update(session, before, inputs) {
    const { directory } = session;
    const scheme = await resolveScheme(directory, inputs.scheme);
    const schemeId = scheme.id;
    const first = before.schemeId === schemeId ? undefined : (await directory.schemes.all()).get(before.schemeId);
    const previous = first === undefined || isMadeByStack(first) ? {} : { previousSchemeId: first.id };
    const { projectId, previousSchemeId } = before;
    await brakeAssignment(session, projectId, scheme, inputs);
    await assign(session, projectId, schemeId);
    return {
      ...previous,
      ...(previousSchemeId === undefined ? {} : { previousSchemeId }),
      ...inputs,
      projectId,
      schemeId,
    };
  },

  async delete(session, outputs) {
    const { directory, asserted, ownSchemes, warn } = session;
    const { projectId, schemeId, project } = outputs;
    if (asserted.has(assertion(projectId)) || !(await directory.projects.all()).has(projectId)) return;
    const now = await readAssociation(directory, projectId, schemeId);
    // Moved since by somebody, it is left alone; to a scheme that goes with the stack a killed run has moved it.
    if (now !== schemeId && !ownSchemes.has(now)) return;
    const schemes = await directory.schemes.all();
    const previous = outputs.previousSchemeId ?? (now === schemeId ? undefined : schemeId);
    if (previous === undefined && !isMadeByStack(schemes.get(schemeId))) return;
    if (previous === undefined || !schemes.has(previous)) {
      warn(`the scheme that ${project} used before is not known any more; it gets the site's default scheme`);
    }
    await assign(session, projectId, previous !== undefined && schemes.has(previous) ? previous : defaultSchemeId);
  },
};

/** @throws JiraError of kind `refused` when the project's last administrator would go with its scheme. */
async function brakeAssignment({ directory }: Session, id: ProjectId, scheme: PermissionScheme, inputs: Inputs) {
  const { project, allow } = inputs;
  const now = (await directory.schemes.all()).get(await directory.associations.load(id));
  brake(`the project ${project}`, [objectToVacancy("it", now?.grants ?? [], scheme.grants, allow)]);
}

async function assign({ client, directory, asserted }: Session, project: ProjectId, scheme: SchemeId): Promise<void> {
  asserted.add(assertion(project));
  if ((await directory.associations.load(project)) === scheme) return;
  await writeOrLook(
    () => assignPermissionScheme(client, project, scheme).then(() => scheme),
    async () => {
      const now = await directory.associations.clear(project).load(project);
      return now === scheme ? now : undefined;
    },
  );
  directory.associations.clear(project).prime(project, scheme);
}

/** The scheme of a project; read a second time where it is another than expected, for reads may be behind writes. */
async function readAssociation({ associations }: Directory, project: ProjectId, expected: SchemeId): Promise<SchemeId> {
  const known = await associations.load(project);
  return known === expected ? known : associations.clear(project).load(project);
}

/** Whether a scheme goes with the stack that made it, so that no project can be left on it. */
function isMadeByStack(scheme: PermissionScheme | undefined): boolean {
  return scheme !== undefined && readDescription(scheme.description).owner !== undefined;
}

function assertion(project: ProjectId): string {
  return `project-permission-scheme/${project}`;
}
