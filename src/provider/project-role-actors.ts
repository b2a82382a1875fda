import type { Directory } from "../client/directory.js";
import { getRoleActors, setRoleActors } from "../client/role-actors.js";
import { JiraError } from "../errors.js";
import type { Allowance } from "../model/desired-access.js";
import type { ProjectId, RoleId } from "../model/ids.js";
import {
  type ActorIds,
  type DeclaredActors,
  declaredByEither,
  declaredIds,
  idsOf,
  nameActors,
  putBackActors,
  resolveActors,
  sameActors,
} from "./actor-list.js";
import { brakeActors } from "./brakes/brake-actors.js";
import { readInputs } from "./check-inputs.js";
import type { Handler, Session } from "./handler.js";
import { isUncertain, writeOrLook } from "./lost-answer.js";
import { foundBefore, isRoleOfStack } from "./made-by-stack.js";
import { resolveProject, resolveRole } from "./resolve.js";
import { Unfinished } from "./unfinished.js";
import type { Flags } from "./whole-list.js";

interface Inputs {
  readonly project: string;
  readonly role: string;
  readonly users: Flags;
  readonly groups: Flags;
  readonly allow?: Allowance;
}

interface Outputs extends Inputs, DeclaredActors {
  readonly projectId: ProjectId;
  readonly roleId: RoleId;
  /** Who held the role before this resource came. */
  readonly before: ActorIds;
}

/** Handles `ProjectRoleActors`: all who hold one role in one project. */
export const projectRoleActors: Handler<Inputs, Outputs> = {
  replaceOn: ["project"],

  check(raw) {
    const input = readInputs(raw);
    const inputs = {
      project: input.text("project"),
      role: input.text("role"),
      users: input.textSet("users"),
      groups: input.textSet("groups"),
      ...input.allowance(),
    };
    return { inputs, failures: input.failures };
  },

  hold({ asserted }, outputs) {
    asserted.add(assertion(outputs));
  },

  async create(session, inputs) {
    const target = await resolveTarget(session.directory, inputs);
    const now = idsOf(await getRoleActors(session.client, target.projectId, target.roleId));
    const outputs = { ...inputs, ...target, before: await toBefore(session, now, target) };
    await brakeActors(session.directory, outputs, now);
    try {
      await write(session, outputs, now, declaredIds(target));
    } catch (error) {
      throw isUncertain(error) ? new Unfinished(idOf(outputs), outputs, error) : error;
    }
    return { id: idOf(outputs), outputs };
  },

  async read({ client, directory }, outputs) {
    const { projectId, roleId, userIds, groupIds, before, ...inputs } = outputs;
    const projects = await directory.projects.all();
    const roles = await directory.roles.all();
    if (!projects.has(projectId) || !roles.has(roleId)) return undefined;
    const actors = await getRoleActors(client, projectId, roleId);
    const seen = await nameActors(directory, actors, { userIds, groupIds });
    return { inputs: { ...inputs, ...seen }, outputs: { ...outputs, ...seen } };
  },

  async update(session, old, inputs) {
    const target = await resolveTarget(session.directory, inputs);
    const now = idsOf(await getRoleActors(session.client, target.projectId, target.roleId));
    const moved = target.roleId !== old.roleId;
    const outputs = { ...inputs, ...target, before: moved ? await toBefore(session, now, target) : old.before };
    await brakeActors(session.directory, outputs, now, moved ? undefined : old);
    try {
      await write(session, outputs, now, declaredIds(outputs));
    } catch (error) {
      if (moved || !isUncertain(error)) throw error;
      throw new Unfinished(idOf(outputs), { ...outputs, ...declaredByEither(old, target) }, error);
    }
    if (moved) await projectRoleActors.delete(session, old);
    return outputs;
  },

  async delete(session, outputs) {
    const { client, directory, asserted } = session;
    const { projectId, roleId, before } = outputs;
    if (asserted.has(assertion(outputs))) return;
    if (!(await directory.projects.all()).has(projectId) || !(await directory.roles.all()).has(roleId)) return;
    const now = idsOf(await getRoleActors(client, projectId, roleId));
    await write(session, outputs, now, putBackActors(now, declaredIds(outputs), before));
  },
};

async function write({ client, asserted }: Session, outputs: Outputs, now: ActorIds, wanted: ActorIds): Promise<void> {
  asserted.add(assertion(outputs));
  if (sameActors(now, wanted)) return;
  const { projectId, roleId, project, role } = outputs;
  const users = Object.keys(wanted.users);
  const groups = Object.keys(wanted.groups);
  const lookForWanted = async () => {
    const seen = idsOf(await getRoleActors(client, projectId, roleId));
    return sameActors(seen, wanted) ? seen : undefined;
  };
  const answer = await writeOrLook(
    async () => idsOf(await setRoleActors(client, projectId, roleId, { users, groups })),
    lookForWanted,
  );
  if (!sameActors(answer, wanted) && (await lookForWanted()) === undefined) {
    throw new JiraError(
      "unexpected-answer",
      `the role ${JSON.stringify(role)} in ${project} is not held by those who were written; run the same command again`,
    );
  }
}

async function toBefore(
  session: Session,
  now: ActorIds,
  target: DeclaredActors & { readonly roleId: RoleId },
): Promise<ActorIds> {
  const { users, groups } = declaredIds(target);
  const isOfStack = await isRoleOfStack(session, target.roleId);
  return {
    users: foundBefore(now.users, users, isOfStack),
    groups: foundBefore(now.groups, groups, isOfStack),
  };
}

async function resolveTarget(directory: Directory, inputs: Inputs) {
  const [projectId, roleId, ids] = await Promise.all([
    resolveProject(directory, inputs.project),
    resolveRole(directory, inputs.role),
    resolveActors(directory, inputs),
  ]);
  return { projectId, roleId, ...ids };
}

function idOf({ projectId, roleId }: Pick<Outputs, "projectId" | "roleId">): string {
  return `${projectId}/${roleId}`;
}

function assertion({ projectId, roleId }: Pick<Outputs, "projectId" | "roleId">): string {
  return `project-role-actors/${projectId}/${roleId}`;
}
