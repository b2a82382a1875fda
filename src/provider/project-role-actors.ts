import type { Directory } from "../client/directory.js";
import { getRoleActors, setRoleActors } from "../client/role-actors.js";
import { JiraError } from "../errors.js";
import type { ProjectId, RoleId } from "../model/ids.js";
import type { RoleActors } from "../model/role-actors.js";
import { readInputs } from "./check-inputs.js";
import type { Handler, Session } from "./handler.js";
import { type Ids, resolveAccount, resolveGroup, resolveProject, resolveRole } from "./resolve.js";
import { type Flags, putBack } from "./whole-list.js";

interface Inputs {
  readonly project: string;
  readonly role: string;
  readonly users: Flags;
  readonly groups: Flags;
}

/** The ids of those who hold a role. */
interface ActorIds {
  readonly users: Flags;
  readonly groups: Flags;
}

interface Outputs extends Inputs {
  readonly projectId: ProjectId;
  readonly roleId: RoleId;
  /** The accounts that this resource put in last, whoever else is there now. */
  readonly userIds: Ids;
  readonly groupIds: Ids;
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
    };
    return { inputs, failures: input.failures };
  },

  async create(session, inputs) {
    const target = await resolveTarget(session.directory, inputs);
    const before = idsOf(await getRoleActors(session.client, target.projectId, target.roleId));
    const outputs = { ...inputs, ...target, before };
    await write(session, outputs, before, declaredIds(outputs));
    return { id: `${target.projectId}/${target.roleId}`, outputs };
  },

  async read({ client, directory }, outputs) {
    const { projectId, roleId, userIds, groupIds, before, ...inputs } = outputs;
    const projects = await directory.projects.all();
    const roles = await directory.roles.all();
    if (!projects.has(projectId) || !roles.has(roleId)) return undefined;
    const actors = await getRoleActors(client, projectId, roleId);
    const strangers = await namesOf(directory, actors, userIds);
    const seen = {
      users: toFlags(actors.users.map(({ id }) => declaredName(id, userIds) ?? strangers.get(id) ?? id)),
      groups: toFlags(actors.groups.map(({ id, name }) => declaredName(id, groupIds) ?? name)),
    };
    return { inputs: { ...inputs, ...seen }, outputs: { ...outputs, ...seen } };
  },

  async update(session, old, inputs) {
    const target = await resolveTarget(session.directory, inputs);
    const now = idsOf(await getRoleActors(session.client, target.projectId, target.roleId));
    const moved = target.roleId !== old.roleId;
    const outputs = { ...inputs, ...target, before: moved ? now : old.before };
    await write(session, outputs, now, declaredIds(outputs));
    if (moved) await projectRoleActors.delete(session, old);
    return outputs;
  },

  async delete(session, outputs) {
    const { client, directory, asserted } = session;
    const { projectId, roleId, before } = outputs;
    if (asserted.has(assertion(outputs))) return;
    if (!(await directory.projects.all()).has(projectId) || !(await directory.roles.all()).has(roleId)) return;
    const now = idsOf(await getRoleActors(client, projectId, roleId));
    const declared = declaredIds(outputs);
    await write(session, outputs, now, {
      users: putBack(now.users, declared.users, before.users),
      groups: putBack(now.groups, declared.groups, before.groups),
    });
  },
};

async function write({ client, asserted }: Session, outputs: Outputs, now: ActorIds, wanted: ActorIds): Promise<void> {
  asserted.add(assertion(outputs));
  if (sameActors(now, wanted)) return;
  const { projectId, roleId, project, role } = outputs;
  const users = Object.keys(wanted.users);
  const groups = Object.keys(wanted.groups);
  const answer = idsOf(await setRoleActors(client, projectId, roleId, { users, groups }));
  if (sameActors(answer, wanted)) return;
  if (!sameActors(idsOf(await getRoleActors(client, projectId, roleId)), wanted)) {
    throw new JiraError(
      "unexpected-answer",
      `the role ${JSON.stringify(role)} in ${project} is not held by those who were written; run the same command again`,
    );
  }
}

async function resolveTarget(directory: Directory, inputs: Inputs) {
  const resolveAll = async (names: Flags, resolve: (directory: Directory, name: string) => Promise<string>) =>
    Object.fromEntries(
      await Promise.all(Object.keys(names).map(async (name) => [name, await resolve(directory, name)] as const)),
    );
  const [projectId, roleId, userIds, groupIds] = await Promise.all([
    resolveProject(directory, inputs.project),
    resolveRole(directory, inputs.role),
    resolveAll(inputs.users, resolveAccount),
    resolveAll(inputs.groups, resolveGroup),
  ]);
  return { projectId, roleId, userIds, groupIds };
}

/** What people call accounts that were not declared: their e-mail where it can be seen. */
async function namesOf(directory: Directory, actors: RoleActors, known: Ids): Promise<ReadonlyMap<string, string>> {
  const strangers = actors.users.filter(({ id }) => declaredName(id, known) === undefined);
  const accounts = await Promise.all(strangers.map(({ id }) => directory.accounts.load(id)));
  return new Map(accounts.flatMap((account) => (account?.email === undefined ? [] : [[account.id, account.email]])));
}

function declaredName(id: string, ids: Ids): string | undefined {
  return Object.entries(ids).find(([, known]) => known === id)?.[0];
}

function declaredIds({ userIds, groupIds }: Pick<Outputs, "userIds" | "groupIds">): ActorIds {
  return { users: toFlags(Object.values(userIds)), groups: toFlags(Object.values(groupIds)) };
}

function idsOf(actors: RoleActors): ActorIds {
  return { users: toFlags(actors.users.map(({ id }) => id)), groups: toFlags(actors.groups.map(({ id }) => id)) };
}

function sameActors(a: ActorIds, b: ActorIds): boolean {
  return sameFlags(a.users, b.users) && sameFlags(a.groups, b.groups);
}

function sameFlags(a: Flags, b: Flags): boolean {
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => b[name]);
}

function toFlags(names: readonly string[]): Flags {
  return Object.fromEntries([...names].sort().map((name) => [name, true as const]));
}

function assertion({ projectId, roleId }: Pick<Outputs, "projectId" | "roleId">): string {
  return `project-role-actors/${projectId}/${roleId}`;
}
