import type * as pulumi from "@pulumi/pulumi";
import type { DesiredAccess, DesiredActors, DesiredScheme, SchemeReference } from "../model/desired-access.js";
import type { Grant } from "../model/grant.js";
import type { Holder } from "../model/holder.js";
import { allowanceOf, allowanceOfAssociation, allowanceOfScheme } from "./allowances.js";
import { adoption, aliasOf } from "./declaration-options.js";
import { declareGroup } from "./declare-group.js";
import { declareProof } from "./declare-proof.js";
import { HolderGrants } from "./holder-grants.js";
import { type HolderInput, toHolderInput } from "./holder-input.js";
import { PermissionScheme } from "./permission-scheme.js";
import { ProjectPermissionScheme } from "./project-permission-scheme.js";
import { ProjectRole } from "./project-role.js";
import { ProjectRoleActors } from "./project-role-actors.js";

/** The names on the site of what a stack made, by the keys of its file; known in previews too. */
export interface StackOutputs {
  readonly permissionSchemes: Readonly<Record<string, pulumi.Output<string>>>;
  readonly projectRoles: Readonly<Record<string, pulumi.Output<string>>>;
  readonly groups: Readonly<Record<string, pulumi.Output<string>>>;
}

/**
 * Declares everything that a stack file asks for. Names carry no edges, so the order is said outright: roles, and
 * groups with their members, before whoever names them; a project's people, and who is granted something in its
 * scheme, before it gets that scheme, so that nobody loses access in between; and the proof of what integration users
 * may really do after everything.
 */
export function declareStack(desired: DesiredAccess): StackOutputs {
  const roles = new Map(desired.roles.map((role) => [role.name, declareRole(role)]));
  const groups = new Map(desired.groups.map((group) => [group.name, { key: group.key, ...declareGroup(group) }]));
  const groupsNamed = (names: readonly string[]): pulumi.Resource[] =>
    names.flatMap((name) => groups.get(name)?.ready ?? []);
  const holdersNamed = (holders: readonly Holder[]): pulumi.Resource[] => [
    ...holders.flatMap(({ type, name = "" }) => (type === "projectRole" ? (roles.get(name) ?? []) : [])),
    ...groupsNamed(holders.flatMap(({ type, name = "" }) => (type === "group" ? name : []))),
  ];

  const schemes = new Map(
    desired.schemes.map((scheme) => {
      const dependsOn = [...new Set(holdersNamed((scheme.grants ?? []).map(({ holder }) => holder)))];
      return [scheme.key, declareScheme(scheme, allowanceOfScheme(scheme, desired), dependsOn)];
    }),
  );
  const schemeName = (reference: SchemeReference): pulumi.Input<string> =>
    "site" in reference ? reference.site : (schemes.get(reference.declared)?.name ?? reference.declared);

  const declareGrants = (
    { key, scheme, holder, permissions }: DesiredAccess["holderGrants"][number],
    earlier: readonly HolderGrants[],
  ) => {
    const args = { scheme: schemeName(scheme), holder: toHolderInput(holder), permissions };
    return { scheme, resource: new HolderGrants(key, args, { dependsOn: [...holdersNamed([holder]), ...earlier] }) };
  };
  // Who is to administer projects comes first, so that a scheme never lacks an administrator while one follows another.
  const isOfAdministrators = ({ permissions }: { readonly permissions: readonly string[] }) =>
    permissions.includes("ADMINISTER_PROJECTS");
  const administrators = desired.holderGrants.filter(isOfAdministrators).map((one) => declareGrants(one, []));
  const others = desired.holderGrants
    .filter((one) => !isOfAdministrators(one))
    .map((one) => {
      const ofScheme = administrators.filter(({ scheme }) => isSame(scheme, one.scheme));
      return declareGrants(
        one,
        ofScheme.map(({ resource }) => resource),
      );
    });
  const holderGrants = [...administrators, ...others];

  const actors = desired.actors.map((one) => {
    const role = roles.get(one.role);
    const dependsOn = [...(role === undefined ? [] : [role]), ...groupsNamed(one.groups)];
    return { project: one.project, resource: declareActors(one, dependsOn) };
  });

  const associations = desired.associations.map((association) => {
    const { project, scheme } = association;
    const dependsOn = [
      ...actors.flatMap((one) => (one.project === project ? one.resource : [])),
      ...holderGrants.flatMap((one) => (isSame(one.scheme, scheme) ? one.resource : [])),
    ];
    const args = { project, scheme: schemeName(scheme), ...allowanceOfAssociation(association, desired) };
    return new ProjectPermissionScheme(project, args, { dependsOn });
  });

  declareProof(desired.integrationUsers, [
    ...roles.values(),
    ...[...groups.values()].flatMap(({ ready }) => ready),
    ...schemes.values(),
    ...[...holderGrants, ...actors].map(({ resource }) => resource),
    ...associations,
  ]);

  return {
    permissionSchemes: Object.fromEntries([...schemes].map(([key, scheme]) => [key, scheme.name])),
    groups: Object.fromEntries([...groups.values()].map(({ key, group }) => [key, group.name])),
    projectRoles: Object.fromEntries(desired.roles.flatMap(({ key, name }) => nameOf(key, roles.get(name)))),
  };
}

function isSame(a: SchemeReference, b: SchemeReference): boolean {
  return "site" in a ? "site" in b && a.site === b.site : "declared" in b && a.declared === b.declared;
}

function declareRole({ key, formerly, name, description, ...given }: DesiredAccess["roles"][number]) {
  return new ProjectRole(key, { name, description, ...adoption(given) }, aliasOf(formerly));
}

function declareScheme(
  scheme: DesiredScheme,
  allowed: ReturnType<typeof allowanceOf>,
  dependsOn: pulumi.Resource[],
): PermissionScheme {
  const { key, formerly, name, description, grants } = scheme;
  const args = {
    name,
    description,
    ...adoption(scheme),
    ...allowed,
    ...(grants === undefined ? {} : { grants: byPermission(grants) }),
  };
  return new PermissionScheme(key, args, { ...aliasOf(formerly), dependsOn });
}

function declareActors(list: DesiredActors, dependsOn: pulumi.Resource[]) {
  const { project, role, users, groups } = list;
  const args = { project, role, users, groups, ...allowanceOf(list) };
  return new ProjectRoleActors(`${project}/${role}`, args, { dependsOn });
}

function byPermission(grants: readonly Grant[]): Record<string, HolderInput[]> {
  const permissions = [...new Set(grants.map(({ permission }) => permission))];
  return Object.fromEntries(
    permissions.map((permission) => [
      permission,
      grants.flatMap((grant) => (grant.permission === permission ? toHolderInput(grant.holder) : [])),
    ]),
  );
}

function nameOf(key: string, role: ProjectRole | undefined): [string, pulumi.Output<string>][] {
  return role === undefined ? [] : [[key, role.name]];
}
