import { addGroupMember, removeGroupMember } from "../../client/group-members.js";
import type { AccountId, GroupId } from "../../model/ids.js";
import { checkedBy } from "../inputs/read-inputs.js";
import { defineEntry } from "../lists/define-entry.js";
import { memberKey, memberListKey } from "../lists/entry-keys.js";
import { isMember } from "../lists/membership.js";
import { resolveAccount, resolveGroup } from "../resolve.js";

interface Inputs {
  readonly group: string;
  readonly user: string;
}

interface Target {
  readonly groupId: GroupId;
  readonly accountId: AccountId;
}

/** Handles `GroupMember`: one account in one group. */
export const groupMember = defineEntry<Inputs, Target>({
  check: checkedBy((input) => ({ group: input.text("group"), user: input.text("user") })),

  async resolve({ directory }, { group, user }) {
    const [groupId, accountId] = await Promise.all([resolveGroup(directory, group), resolveAccount(directory, user)]);
    return { groupId, accountId };
  },

  key: ({ groupId, accountId }) => memberKey(groupId, accountId),

  isOfStack: async ({ ownGroups }, { groupId }) => ownGroups.has(groupId),

  listKey: ({ groupId }) => memberListKey(groupId),

  isThere: (session, { groupId, accountId }) => isMember(session, groupId, accountId),

  forget: ({ directory }, { groupId }) => directory.members.clear(groupId),

  async add({ client, directory }, { groupId, accountId }) {
    await addGroupMember(client, groupId, accountId);
    (await directory.members.load(groupId)).add(accountId);
  },

  async remove({ client, directory }, { groupId, accountId }) {
    await removeGroupMember(client, groupId, accountId);
    (await directory.members.load(groupId)).delete(accountId);
  },
});
