import { objectToPeopleRemovals } from "../../analysis/brakes/people-removals.js";
import { addDefaultActors, getDefaultActors, removeDefaultActor } from "../../client/default-role-actors.js";
import { JiraError } from "../../errors.js";
import type { RoleId } from "../../model/ids.js";
import { brake } from "../brakes/brake.js";
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
import { without } from "../lists/flags.js";
import { resolveRole } from "../resolve.js";
import { writeOrLook } from "../writes/lost-answer.js";
import { finish, Unfinished } from "../writes/unfinished.js";

interface Inputs extends ActorInputs {
  readonly role: string;
}

interface Outputs extends Inputs, DeclaredActors {
  readonly roleId: RoleId;
  /** Who was in the list before this resource came. */
  readonly before: ActorIds;
}

/** Handles `DefaultRoleActors`: all who get a role in projects that are created from now on. */
export const defaultRoleActors: Handler<Inputs, Outputs> = {
  check: checkedBy((input) => ({
    role: input.text("role"),
    ...readActors(input),
  })),

  hold({ asserted }, { roleId }) {
    asserted.add(assertion(roleId));
  },

  async create(session, inputs) {
    const target = await resolveTarget(session, inputs);
    const before = await seeActors(session, target.roleId);
    const outputs = { ...inputs, ...target, before };
    return finish(target.roleId, outputs, () => write(session, target.roleId, before, declaredIds(outputs)));
  },

  async read({ client, directory }, outputs) {
    const { roleId, userIds, groupIds, before, ...inputs } = outputs;
    if (!(await directory.roles.all()).has(roleId)) return undefined;
    const seen = await nameActors(directory, await getDefaultActors(client, roleId), { userIds, groupIds });
    return { inputs: { ...inputs, ...seen }, outputs: { ...outputs, ...seen } };
  },

  async update(session, old, inputs) {
    const target = await resolveTarget(session, inputs);
    const now = await seeActors(session, target.roleId);
    const moved = target.roleId !== old.roleId;
    const outputs = { ...inputs, ...target, before: moved ? now : old.before };
    if (!moved) {
      const what = `those who get the role ${JSON.stringify(inputs.role)} in new projects`;
      brake(what, [objectToPeopleRemovals(old, outputs, inputs.allow)]);
    }
    try {
      await write(session, target.roleId, now, declaredIds(outputs));
    } catch (error) {
      if (moved) throw error;
      throw new Unfinished(target.roleId, { ...outputs, ...declaredByEither(old, target) }, error);
    }
    if (moved) await defaultRoleActors.delete(session, old);
    return outputs;
  },

  async delete(session, outputs) {
    const { roleId, before } = outputs;
    if (session.asserted.has(assertion(roleId)) || !(await session.directory.roles.all()).has(roleId)) return;
    const now = await seeActors(session, roleId);
    const wanted = putBackActors(now, declaredIds(outputs), before);
    await write(session, roleId, now, await withoutGone(session.directory, wanted, now));
  },
};

/** Makes the list exact; where reads were behind, what the writes answer shows it, and the rest is written too. */
async function write(session: Session, role: RoleId, now: ActorIds, wanted: ActorIds): Promise<void> {
  session.asserted.add(assertion(role));
  const answer = await change(session, role, now, wanted);
  if (sameActors(answer, wanted)) return;
  if (sameActors(await change(session, role, answer, wanted), wanted)) return;
  throw new JiraError(
    "unexpected-answer",
    `the default actors of the role ${role} are not those that were written; run the same command again`,
  );
}

/**
 * Adds who is missing, people and groups apart as Jira wants it, before it removes who is too much, one by one.
 * @returns the list as the last write left it.
 */
async function change(session: Session, role: RoleId, now: ActorIds, wanted: ActorIds): Promise<ActorIds> {
  const { client } = session;
  const [user, groupId] = [without(wanted.users, now.users), without(wanted.groups, now.groups)];
  const [usersLeft, groupsLeft] = [without(now.users, wanted.users), without(now.groups, wanted.groups)];
  const added = [...(user.length > 0 ? [{ user }] : []), ...(groupId.length > 0 ? [{ groupId }] : [])];
  const removed = [...usersLeft.map((id) => ({ user: id })), ...groupsLeft.map((id) => ({ groupId: id }))];
  let latest = now;
  for (const some of added) {
    latest = await writeOrLook(
      async () => idsOf(await addDefaultActors(client, role, some)),
      () => readIf(session, role, (seen) => names(some).every((id) => isIn(seen, id))),
    );
  }
  for (const one of removed) {
    latest = await writeOrLook(
      async () => idsOf(await removeDefaultActor(client, role, one)),
      () => readIf(session, role, (seen) => names(one).every((id) => !isIn(seen, id))),
    );
  }
  return latest;
}

async function readIf(session: Session, role: RoleId, isDone: (seen: ActorIds) => boolean) {
  const seen = await seeActors(session, role);
  return isDone(seen) ? seen : undefined;
}

function names(actors: Readonly<Record<string, string | readonly string[]>>): readonly string[] {
  return Object.values(actors).flat();
}

function isIn({ users, groups }: ActorIds, id: string): boolean {
  return users[id] === true || groups[id] === true;
}

async function seeActors({ client }: Session, role: RoleId): Promise<ActorIds> {
  return idsOf(await getDefaultActors(client, role));
}

async function resolveTarget({ directory }: Session, inputs: Inputs) {
  const [roleId, ids] = await Promise.all([resolveRole(directory, inputs.role), resolveActors(directory, inputs)]);
  return { roleId, ...ids };
}

function assertion(role: RoleId): string {
  return `default-role-actors/${role}`;
}
