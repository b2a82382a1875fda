import type { Directory } from "../../client/directory.js";
import type { Allowance } from "../../model/desired-access.js";
import type { AccountId, GroupId } from "../../model/ids.js";
import { brakeMembers } from "../brakes/brake-members.js";
import type { Handler, Session } from "../handler.js";
import { checkedBy } from "../inputs/read-inputs.js";
import { nameAccounts } from "../lists/actor-list.js";
import { type KeyOf, noteBefore, withHeldSingly, withoutAdded } from "../lists/changing-hands.js";
import { memberKey, memberListKey } from "../lists/entry-keys.js";
import { type Flags, toFlags, without } from "../lists/flags.js";
import { foundBefore } from "../lists/made-by-stack.js";
import { addMember, removeMember } from "../lists/membership.js";
import { keepKnown, putBack } from "../lists/put-back.js";
import { type Ids, resolveAccount, resolveAll, resolveGroup } from "../resolve.js";
import { inTurn } from "../writes/in-turn.js";
import { settleAll } from "../writes/settle-all.js";
import { finish, Unfinished } from "../writes/unfinished.js";

interface Inputs {
  readonly group: string;
  readonly users: Flags;
  readonly allow?: Allowance;
}

interface Target {
  readonly groupId: GroupId;
  /** The accounts that this resource put in last, whoever else is there now. */
  readonly userIds: Ids;
}

interface Outputs extends Inputs, Target {
  /** The ids of those who were in the group before this resource came. */
  readonly before: Flags;
}

/** Handles `GroupMembers`: all who are in one group. */
export const groupMembers: Handler<Inputs, Outputs> = {
  check: checkedBy((input) => ({ group: input.text("group"), users: input.textSet("users"), ...input.allowance() })),

  hold({ asserted }, { groupId }) {
    asserted.add(memberListKey(groupId));
  },

  async create(session, inputs) {
    const target = await resolveTarget(session.directory, inputs);
    return inTurn(session, memberListKey(target.groupId), async () => {
      const before = await readBefore(session, target);
      const outputs = { ...inputs, ...target, before };
      await brakeMembers(session.directory, outputs, await membersOf(session.directory, target.groupId));
      return finish(target.groupId, outputs, () => bring(session, outputs));
    });
  },

  async read(session, outputs) {
    const { directory } = session;
    const { groupId, userIds, before, ...inputs } = outputs;
    if ((await directory.groupsById.load(groupId)) === undefined) return undefined;
    noteBefore(session, toFlags(Object.values(userIds)), before, keyOf(groupId));
    const members = await membersOf(directory, groupId);
    const seen = { users: await nameAccounts(directory, Object.keys(members), userIds) };
    return { inputs: { ...inputs, ...seen }, outputs: { ...outputs, ...seen } };
  },

  async update(session, old, inputs) {
    const target = await resolveTarget(session.directory, inputs);
    return inTurn(session, memberListKey(target.groupId), async () => {
      const moved = target.groupId !== old.groupId;
      const before = moved ? await readBefore(session, target) : old.before;
      const outputs = { ...inputs, ...target, before };
      const now = await membersOf(session.directory, target.groupId);
      await brakeMembers(session.directory, outputs, now, moved ? undefined : old);
      try {
        await bring(session, outputs);
      } catch (error) {
        if (moved) throw error;
        throw new Unfinished(target.groupId, { ...outputs, userIds: { ...old.userIds, ...target.userIds } }, error);
      }
      if (moved) await groupMembers.delete(session, old);
      return outputs;
    });
  },

  async delete(session, { groupId, userIds, before }) {
    const { directory, asserted } = session;
    if (asserted.has(memberListKey(groupId)) || (await directory.groupsById.load(groupId)) === undefined) return;
    const now = await membersOf(directory, groupId);
    const back = putBack(now, toFlags(Object.values(userIds)), before);
    const wanted = await keepKnown(back, now, (id) => directory.accounts.load(id));
    await write(session, groupId, now, withHeldSingly(session, wanted, now, keyOf(groupId)));
  },
};

async function bring(session: Session, { groupId, userIds }: Outputs): Promise<void> {
  session.asserted.add(memberListKey(groupId));
  const now = await membersOf(session.directory, groupId);
  await write(session, groupId, now, toFlags(Object.values(userIds)));
}

/** Adds who is missing before it removes who is too much. */
async function write(session: Session, group: GroupId, now: Flags, wanted: Flags): Promise<void> {
  await settleAll(without(wanted, now).map((account) => addMember(session, group, account)));
  await settleAll(without(now, wanted).map((account) => removeMember(session, group, account)));
}

async function readBefore(session: Session, { groupId, userIds }: Target): Promise<Flags> {
  const now = withoutAdded(session, await membersOf(session.directory, groupId), keyOf(groupId));
  return foundBefore(now, toFlags(Object.values(userIds)), session.ownGroups.has(groupId));
}

async function resolveTarget(directory: Directory, { group, users }: Inputs): Promise<Target> {
  const [groupId, userIds] = await Promise.all([
    resolveGroup(directory, group),
    resolveAll(directory, Object.keys(users), resolveAccount),
  ]);
  return { groupId, userIds };
}

async function membersOf(directory: Directory, group: GroupId): Promise<Flags> {
  return toFlags(await directory.members.load(group));
}

function keyOf(group: GroupId): KeyOf {
  return (account: AccountId) => memberKey(group, account);
}
