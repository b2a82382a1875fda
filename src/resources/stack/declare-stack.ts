import type * as pulumi from "@pulumi/pulumi";
import {
  type DesiredAccess,
  type DesiredHolderGrants,
  type DesiredRole,
  isSameScheme,
  type SchemeReference,
} from "../../model/desired-access.js";
import type { Holder } from "../../model/holder.js";
import { HolderGrants } from "../holder-grants.js";
import { PermissionScheme } from "../permission-scheme.js";
import { ProjectPermissionScheme } from "../project-permission-scheme.js";
import { ProjectRole } from "../project-role.js";
import { ProjectRoleActors } from "../project-role-actors.js";
import { aliasOf } from "./declaration-options.js";
import { declareGroup } from "./declare-group.js";
import { declareProof } from "./declare-proof.js";
import { actorsArgs, actorsName, associationArgs, holderGrantsArgs, roleArgs, schemeArgs } from "./stack-args.js";

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
      const options = { ...aliasOf(scheme.formerly), dependsOn };
      return [scheme.key, new PermissionScheme(scheme.key, schemeArgs(scheme, desired), options)];
    }),
  );
  const schemeName = (reference: SchemeReference): pulumi.Input<string> =>
    "site" in reference ? reference.site : (schemes.get(reference.declared)?.name ?? reference.declared);

  const declareGrants = (one: DesiredHolderGrants, earlier: readonly HolderGrants[]) => {
    const args = holderGrantsArgs(one, schemeName(one.scheme));
    const dependsOn = [...holdersNamed([one.holder]), ...earlier];
    return { scheme: one.scheme, resource: new HolderGrants(one.key, args, { dependsOn }) };
  };
  // Who is to administer projects comes first, so that a scheme never lacks an administrator while one follows another.
  const isOfAdministrators = ({ permissions }: { readonly permissions: readonly string[] }) =>
    permissions.includes("ADMINISTER_PROJECTS");
  const administrators = desired.holderGrants.filter(isOfAdministrators).map((one) => declareGrants(one, []));
  const others = desired.holderGrants
    .filter((one) => !isOfAdministrators(one))
    .map((one) => {
      const ofScheme = administrators.filter(({ scheme }) => isSameScheme(scheme, one.scheme));
      return declareGrants(
        one,
        ofScheme.map(({ resource }) => resource),
      );
    });
  const holderGrants = [...administrators, ...others];

  const actors = desired.actors.map((one) => {
    const role = roles.get(one.role);
    const dependsOn = [...(role === undefined ? [] : [role]), ...groupsNamed(one.groups)];
    const resource = new ProjectRoleActors(actorsName(one), actorsArgs(one), { dependsOn });
    return { project: one.project, resource };
  });

  const associations = desired.associations.map((association) => {
    const { project, scheme } = association;
    const dependsOn = [
      ...actors.flatMap((one) => (one.project === project ? one.resource : [])),
      ...holderGrants.flatMap((one) => (isSameScheme(one.scheme, scheme) ? one.resource : [])),
    ];
    return new ProjectPermissionScheme(project, associationArgs(association, schemeName(scheme), desired), {
      dependsOn,
    });
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

function declareRole(role: DesiredRole): ProjectRole {
  return new ProjectRole(role.key, roleArgs(role), aliasOf(role.formerly));
}

function nameOf(key: string, role: ProjectRole | undefined): [string, pulumi.Output<string>][] {
  return role === undefined ? [] : [[key, role.name]];
}
