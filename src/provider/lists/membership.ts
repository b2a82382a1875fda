import { addGroupMember, removeGroupMember } from "../../client/group-members.js";
import type { AccountId, GroupId } from "../../model/ids.js";
import type { Session } from "../handler.js";
import { ensure } from "../writes/ensure.js";
import { deleteOrLook } from "../writes/lost-answer.js";

/** Whether an account is in a group; not so where the group is gone. */
export async function isMember({ directory }: Session, group: GroupId, account: AccountId): Promise<boolean> {
  if ((await directory.groupsById.load(group)) === undefined) return false;
  return (await directory.members.load(group)).has(account);
}

/** Puts an account into a group; one that somebody else put in meanwhile is as good. */
export async function addMember(session: Session, group: GroupId, account: AccountId): Promise<void> {
  const { client, directory } = session;
  await ensure(
    () => addGroupMember(client, group, account),
    () => isMemberNow(session, group, account),
  );
  (await directory.members.load(group)).add(account);
}

/** Takes an account out of a group; one that somebody else took out meanwhile is as good. */
export async function removeMember(session: Session, group: GroupId, account: AccountId): Promise<void> {
  const { client, directory } = session;
  await deleteOrLook(
    () => removeGroupMember(client, group, account),
    () => isMemberNow(session, group, account),
  );
  (await directory.members.load(group)).delete(account);
}

function isMemberNow(session: Session, group: GroupId, account: AccountId): Promise<boolean> {
  session.directory.members.clear(group);
  return isMember(session, group, account);
}
