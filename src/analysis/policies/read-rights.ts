import { z } from "zod";
import type { Actor, DeclaredRights } from "../../model/declared-rights.js";
import { type GrantMap, toGrants } from "../../model/grant.js";
import { parseHolder } from "../../model/holder.js";
import { typePrefix } from "../../model/resource-type.js";

/** A resource of Pulumi's, as its engine shows it to policies. */
export interface DeclaredResource {
  readonly type: string;
  readonly urn: string;
  readonly props: unknown;
}

type Read = (props: unknown, source: string) => Partial<DeclaredRights>;

const set = z.record(z.string(), z.literal(true));

const scheme = z.object({ name: z.string(), grants: z.record(z.string(), set).default({}) });
const holderGrants = z.object({ scheme: z.string(), holder: z.string(), permissions: set });
const grant = z.object({ scheme: z.string(), permission: z.string(), holder: z.string() });
const actors = z.object({ project: z.string().exactOptional(), role: z.string(), users: set, groups: set });
const actor = z.object({
  project: z.string(),
  role: z.string(),
  user: z.string().optional(),
  group: z.string().optional(),
});
const members = z.object({ group: z.string(), users: set });
const member = z.object({ group: z.string(), user: z.string() });

const proof = z.object({
  accounts: z.record(
    z.string(),
    z.object({
      account: z.string(),
      projects: set,
      permissions: set,
      tolerate: z.record(z.string(), z.string()).default({}),
    }),
  ),
});

const readActors: Read = (props, source) => {
  const { users, groups, ...seat } = actors.parse(props);
  const all: Actor[] = [
    ...Object.keys(users).map((user) => ({ user })),
    ...Object.keys(groups).map((group) => ({ group })),
  ];
  return { seats: all.map((one) => ({ ...seat, actor: one, source })) };
};

/** How the rights that each kind of resource declares are read. */
const kinds: Readonly<Record<string, Read>> = {
  PermissionScheme(props, source) {
    const { name, grants } = scheme.parse(props);
    return { grants: toGrants(grants satisfies GrantMap).map((one) => ({ ...one, scheme: name, source })) };
  },
  HolderGrants(props, source) {
    const { permissions, holder, ...of } = holderGrants.parse(props);
    const parsed = parseHolder(holder);
    return { grants: Object.keys(permissions).map((permission) => ({ ...of, permission, holder: parsed, source })) };
  },
  PermissionGrant(props, source) {
    const { holder, ...one } = grant.parse(props);
    return { grants: [{ ...one, holder: parseHolder(holder), source }] };
  },
  ProjectRoleActors: readActors,
  DefaultRoleActors: readActors,
  ProjectRoleActor(props, source) {
    const { user, group = "", ...seat } = actor.parse(props);
    return { seats: [{ ...seat, actor: user === undefined ? { group } : { user }, source }] };
  },
  GroupMembers(props, source) {
    const { group, users } = members.parse(props);
    return { memberships: Object.keys(users).map((user) => ({ group, user, source })) };
  },
  AccessProof(props, source) {
    const integrations = Object.entries(proof.parse(props).accounts).map(([key, { projects, permissions, ...one }]) => {
      return { ...one, key, projects: Object.keys(projects), permissions: Object.keys(permissions), source };
    });
    return { integrations };
  },
  GroupMember: (props, source) => ({ memberships: [{ ...member.parse(props), source }] }),
};

/** What the resources of this package give to whom; other resources give nothing here. */
export function readRights(resources: readonly DeclaredResource[]): DeclaredRights {
  const read = resources.map(({ type, urn, props }) => kinds[kindOf(type)]?.(props, urn) ?? {});
  return {
    grants: read.flatMap(({ grants = [] }) => grants),
    seats: read.flatMap(({ seats = [] }) => seats),
    memberships: read.flatMap(({ memberships = [] }) => memberships),
    integrations: read.flatMap(({ integrations = [] }) => integrations),
  };
}

function kindOf(type: string): string {
  return type.startsWith(typePrefix) ? type.slice(typePrefix.length) : "";
}
