import type { Directory } from "../../client/directory.js";
import { getRoleActors, setRoleActors } from "../../client/project-role-actors.js";
import { JiraError } from "../../errors.js";
import type { AccountId, GroupId, ProjectId, RoleId } from "../../model/ids.js";
import { brakeActors } from "../brakes/brake-actors.js";
import type { Handler, Session } from "../handler.js";
import { checkedBy } from "../inputs/read-inputs.js";
import {
  type ActorIds,
  type ActorInputs,
  type DeclaredActors,
  declaredByEither,
  declaredIds,
  idsOf,
  nameActors,
  putBackActors,
  readActors,
  resolveActors,
  sameActors,
  withoutGone,
} from "../lists/actor-list.js";
import { type KeyOf, noteBefore, withHeldSingly, withoutAdded } from "../lists/changing-hands.js";
import { actorKey, actorListKey } from "../lists/entry-keys.js";
import { foundBefore, isRoleOfStack } from "../lists/made-by-stack.js";
import { resolveProject, resolveRole } from "../resolve.js";
import { inTurn } from "../writes/in-turn.js";
import { isUncertain, writeOrLook } from "../writes/lost-answer.js";
import { Unfinished } from "../writes/unfinished.js";

interface Inputs extends ActorInputs {
  readonly project: string;
  readonly role: string;
}

interface Target {
  readonly projectId: ProjectId;
  readonly roleId: RoleId;
}

interface Outputs extends Inputs, DeclaredActors, Target {
  /** Who held the role before this resource came. */
  readonly before: ActorIds;
}

/** Handles `ProjectRoleActors`: all who hold one role in one project. */
export const projectRoleActors: Handler<Inputs, Outputs> = {
  replaceOn: ["project"],

  check: checkedBy((input) => ({
    project: input.text("project"),
    role: input.text("role"),
    ...readActors(input),
  })),

  hold({ asserted }, { projectId, roleId }) {
    asserted.add(actorListKey(projectId, roleId));
  },

  async create(session, inputs) {
    const target = await resolveTarget(session.directory, inputs);
    return inTurn(session, actorListKey(target.projectId, target.roleId), async () => {
      const now = idsOf(await getRoleActors(session.client, target.projectId, target.roleId));
      const outputs = { ...inputs, ...target, before: await toBefore(session, now, target) };
      await brakeActors(session.directory, outputs, now);
      try {
        await write(session, outputs, now, declaredIds(target));
      } catch (error) {
        throw isUncertain(error) ? new Unfinished(idOf(outputs), outputs, error) : error;
      }
      return { id: idOf(outputs), outputs };
    });
  },

  async read(session, outputs) {
    const { client, directory } = session;
    const { projectId, roleId, userIds, groupIds, before, ...inputs } = outputs;
    const projects = await directory.projects.all();
    const roles = await directory.roles.all();
    if (!projects.has(projectId) || !roles.has(roleId)) return undefined;
    const [declared, keys] = [declaredIds(outputs), keysOf(outputs)];
    noteBefore(session, declared.users, before.users, keys.users);
    noteBefore(session, declared.groups, before.groups, keys.groups);
    const actors = await getRoleActors(client, projectId, roleId);
    const seen = await nameActors(directory, actors, { userIds, groupIds });
    return { inputs: { ...inputs, ...seen }, outputs: { ...outputs, ...seen } };
  },

  async update(session, old, inputs) {
    const target = await resolveTarget(session.directory, inputs);
    return inTurn(session, actorListKey(target.projectId, target.roleId), async () => {
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
    });
  },

  async delete(session, outputs) {
    const { client, directory, asserted } = session;
    const { projectId, roleId, before } = outputs;
    if (asserted.has(actorListKey(projectId, roleId))) return;
    if (!(await directory.projects.all()).has(projectId) || !(await directory.roles.all()).has(roleId)) return;
    const now = idsOf(await getRoleActors(client, projectId, roleId));
    const wanted = await withoutGone(directory, putBackActors(now, declaredIds(outputs), before), now);
    const keys = keysOf(outputs);
    await write(session, outputs, now, {
      users: withHeldSingly(session, wanted.users, now.users, keys.users),
      groups: withHeldSingly(session, wanted.groups, now.groups, keys.groups),
    });
  },
};

async function write({ client, asserted }: Session, outputs: Outputs, now: ActorIds, wanted: ActorIds): Promise<void> {
  const { projectId, roleId, project, role } = outputs;
  asserted.add(actorListKey(projectId, roleId));
  if (sameActors(now, wanted)) return;
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

async function toBefore(session: Session, now: ActorIds, target: DeclaredActors & Target): Promise<ActorIds> {
  const { users, groups } = declaredIds(target);
  const isOfStack = await isRoleOfStack(session, target.roleId);
  const keys = keysOf(target);
  return {
    users: foundBefore(withoutAdded(session, now.users, keys.users), users, isOfStack),
    groups: foundBefore(withoutAdded(session, now.groups, keys.groups), groups, isOfStack),
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

function idOf({ projectId, roleId }: Target): string {
  return `${projectId}/${roleId}`;
}

function keysOf({ projectId, roleId }: Target): { readonly users: KeyOf; readonly groups: KeyOf } {
  return {
    users: (user: AccountId) => actorKey(projectId, roleId, { user }),
    groups: (groupId: GroupId) => actorKey(projectId, roleId, { groupId }),
  };
}
