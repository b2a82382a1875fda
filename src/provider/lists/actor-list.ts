import type { Directory } from "../../client/directory.js";
import type { Allowance } from "../../model/desired-access.js";
import type { AccountId } from "../../model/ids.js";
import type { RoleActors } from "../../model/role-actors.js";
import type { InputReader } from "../inputs/read-inputs.js";
import { declaredName, type Ids, resolveAccount, resolveAll, resolveGroup } from "../resolve.js";
import { type Flags, sameFlags, toFlags } from "./flags.js";
import { keepKnown, putBack } from "./put-back.js";

/** People and groups, by readable names or by ids. */
export interface ActorIds {
  readonly users: Flags;
  readonly groups: Flags;
}

/** The inputs of a resource that holds such a list. */
export interface ActorInputs extends ActorIds {
  readonly allow?: Allowance;
}

/** Reads these of a resource's inputs. */
export function readActors(input: InputReader): ActorInputs {
  return { users: input.textSet("users"), groups: input.textSet("groups"), ...input.allowance() };
}

/** The ids of those whom a resource put into a list last, whoever else is there now. */
export interface DeclaredActors {
  readonly userIds: Ids;
  readonly groupIds: Ids;
}

/** The ids of declared people and groups. @throws JiraError of kind `not-found`. */
export async function resolveActors(directory: Directory, { users, groups }: ActorIds): Promise<DeclaredActors> {
  const [userIds, groupIds] = await Promise.all([
    resolveAll(directory, Object.keys(users), resolveAccount),
    resolveAll(directory, Object.keys(groups), resolveGroup),
  ]);
  return { userIds, groupIds };
}

/** A list of the site by the names under which it was declared, and for strangers by those that the site shows. */
export async function nameActors(
  directory: Directory,
  actors: RoleActors,
  { userIds, groupIds }: DeclaredActors,
): Promise<ActorIds> {
  const users = await nameAccounts(
    directory,
    actors.users.map(({ id }) => id),
    userIds,
  );
  return { users, groups: toFlags(actors.groups.map(({ id, name }) => declaredName(id, groupIds) ?? name)) };
}

/** Accounts by the names under which they were declared; strangers by their e-mail where it can be seen. */
export async function nameAccounts(directory: Directory, ids: readonly AccountId[], declared: Ids): Promise<Flags> {
  const names = ids.map(async (id) => declaredName(id, declared) ?? (await directory.accounts.load(id))?.email ?? id);
  return toFlags(await Promise.all(names));
}

/** The ids that a resource declared. */
export function declaredIds({ userIds, groupIds }: DeclaredActors): ActorIds {
  return { users: toFlags(Object.values(userIds)), groups: toFlags(Object.values(groupIds)) };
}

/** The ids of what was declared before and of what is declared now, for when it is not known how far a write came. */
export function declaredByEither(before: DeclaredActors, now: DeclaredActors): DeclaredActors {
  return {
    userIds: { ...before.userIds, ...now.userIds },
    groupIds: { ...before.groupIds, ...now.groupIds },
  };
}

/** The ids of a list of the site. */
export function idsOf(actors: RoleActors): ActorIds {
  return { users: toFlags(actors.users.map(({ id }) => id)), groups: toFlags(actors.groups.map(({ id }) => id)) };
}

/** What a list has to be when its resource goes. */
export function putBackActors(now: ActorIds, declared: ActorIds, before: ActorIds): ActorIds {
  return {
    users: putBack(now.users, declared.users, before.users),
    groups: putBack(now.groups, declared.groups, before.groups),
  };
}

/** A list to be put back, without people and groups that are gone from the site; who is in it now is not gone. */
export async function withoutGone(directory: Directory, wanted: ActorIds, now: ActorIds): Promise<ActorIds> {
  const [users, groups] = await Promise.all([
    keepKnown(wanted.users, now.users, (id) => directory.accounts.load(id)),
    keepKnown(wanted.groups, now.groups, (id) => directory.groupsById.load(id)),
  ]);
  return { users, groups };
}

/** Whether two lists hold the same people and groups. */
export function sameActors(a: ActorIds, b: ActorIds): boolean {
  return sameFlags(a.users, b.users) && sameFlags(a.groups, b.groups);
}
