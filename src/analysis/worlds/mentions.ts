import { accountKey } from "../../model/account.js";
import type { Assertion } from "../../model/assertion.js";
import type { DesiredAccess } from "../../model/desired-access.js";
import type { PermissionKey } from "../../model/grant.js";
import type { Holder } from "../../model/holder.js";

/** Everything that stack files name, each name once. */
export interface Mentions {
  /** Accounts under the texts that make two ways to write one equal. */
  readonly accounts: readonly string[];
  readonly groups: readonly string[];
  readonly roles: readonly string[];
  readonly projects: readonly string[];
  /** Schemes by their names on the site. */
  readonly schemes: readonly string[];
  /** Keys of products whose users are granted something. */
  readonly products: readonly string[];
  readonly permissions: readonly PermissionKey[];
}

/** What stack files name between them, in assertions too. */
export function mentionsIn(stacks: readonly DesiredAccess[], assertions: readonly Assertion[] = []): Mentions {
  const holders = stacks.flatMap(holdersIn);
  const named = (type: Holder["type"]) =>
    holders.flatMap((holder) => (holder.type === type && holder.name !== undefined ? [holder.name] : []));
  return {
    accounts: unique(
      [...named("user"), ...stacks.flatMap(accountsIn), ...assertions.map(({ account }) => account)].map(accountKey),
    ),
    groups: unique([...named("group"), ...stacks.flatMap(groupsIn)]),
    roles: unique([...named("projectRole"), ...stacks.flatMap(rolesIn)]),
    projects: unique([...stacks.flatMap(projectsIn), ...assertions.flatMap(({ project = [] }) => project)]),
    schemes: unique(stacks.flatMap(schemesIn)),
    products: unique(named("applicationRole")),
    permissions: unique([...stacks.flatMap(permissionsIn), ...assertions.map(({ permission }) => permission)]),
  };
}

function holdersIn({ schemes, holderGrants }: DesiredAccess): readonly Holder[] {
  const listed = schemes.flatMap(({ grants = [] }) => grants.map(({ holder }) => holder));
  return [...listed, ...holderGrants.map(({ holder }) => holder)];
}

function accountsIn({ groups, actors, integrationUsers }: DesiredAccess): readonly string[] {
  return [
    ...groups.flatMap(({ members = [] }) => members),
    ...actors.flatMap(({ users }) => users),
    ...integrationUsers.map(({ account }) => account),
  ];
}

function groupsIn({ groups, actors }: DesiredAccess): readonly string[] {
  return [...groups.map(({ name }) => name), ...actors.flatMap((one) => one.groups)];
}

function rolesIn({ roles, actors, integrationUsers }: DesiredAccess): readonly string[] {
  return [
    ...roles.map(({ name }) => name),
    ...actors.map(({ role }) => role),
    ...integrationUsers.map((one) => one.role),
  ];
}

function projectsIn({ actors, associations, integrationUsers }: DesiredAccess): readonly string[] {
  return [
    ...[...actors, ...associations].map(({ project }) => project),
    ...integrationUsers.flatMap((one) => one.projects),
  ];
}

function schemesIn({ schemes, holderGrants, associations }: DesiredAccess): readonly string[] {
  const references = [...holderGrants, ...associations].map(({ scheme }) => scheme);
  return [...schemes.map(({ name }) => name), ...references.flatMap((one) => ("site" in one ? [one.site] : []))];
}

function permissionsIn({ schemes, holderGrants, integrationUsers }: DesiredAccess): readonly PermissionKey[] {
  return [
    ...schemes.flatMap(({ grants = [] }) => grants.map(({ permission }) => permission)),
    ...[...holderGrants, ...integrationUsers].flatMap(({ permissions }) => permissions),
  ];
}

function unique(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)].sort();
}
