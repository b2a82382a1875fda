import type {
  DesiredAccess,
  DesiredActors,
  DesiredAssociation,
  DesiredGroup,
  DesiredHolderGrants,
  DesiredIntegrationUser,
  DesiredRole,
  DesiredScheme,
} from "../../model/desired-access.js";
import { formatHolder } from "../../model/holder.js";
import { allowanceOf, allowanceOfAssociation, allowanceOfScheme } from "./allowances.js";
import { adoption } from "./declaration-options.js";

/** What a role of a stack file is declared with. */
export function roleArgs({ name, description, ...given }: DesiredRole) {
  return { name, description, ...adoption(given) };
}

/** What a group of a stack file is declared with. */
export function groupArgs({ name, ...given }: DesiredGroup) {
  return { name, ...adoption(given) };
}

/** What the members of a group are declared with; undefined where the file leaves them alone. */
export function memberArgs<Name>({ members, ...given }: DesiredGroup, group: Name) {
  return members === undefined ? undefined : { group, users: members, ...allowanceOf(given) };
}

/** What a scheme is declared with. */
export function schemeArgs(scheme: DesiredScheme, desired: DesiredAccess) {
  const { name, description, grants } = scheme;
  return {
    name,
    description,
    ...adoption(scheme),
    ...allowanceOfScheme(scheme, desired),
    ...(grants === undefined ? {} : { grants: byPermission(grants) }),
  };
}

/** What the grants of one holder are declared with. */
export function holderGrantsArgs<Name>({ holder, permissions }: DesiredHolderGrants, scheme: Name) {
  return { scheme, holder: formatHolder(holder), permissions };
}

/** What the holders of a role in a project are declared with. */
export function actorsArgs(list: DesiredActors) {
  const { project, role, users, groups } = list;
  return { project, role, users, groups, ...allowanceOf(list) };
}

/** The name of that resource. */
export function actorsName({ project, role }: DesiredActors): string {
  return `${project}/${role}`;
}

/** What a project's use of a scheme is declared with. */
export function associationArgs<Name>(association: DesiredAssociation, scheme: Name, desired: DesiredAccess) {
  return { project: association.project, scheme, ...allowanceOfAssociation(association, desired) };
}

/** The name of the one proof of a stack. */
export const proofName = "access";

/** What that proof is declared with. */
export function proofArgs(users: readonly DesiredIntegrationUser[]) {
  const accounts = users.map(({ key, account, projects, permissions, tolerate, elsewhere }) => {
    return [key, { account, projects, permissions, tolerate, elsewhere }] as const;
  });
  return { accounts: Object.fromEntries(accounts) };
}

function byPermission(grants: NonNullable<DesiredScheme["grants"]>): Record<string, string[]> {
  const permissions = [...new Set(grants.map(({ permission }) => permission))];
  return Object.fromEntries(
    permissions.map((permission) => [
      permission,
      grants.flatMap((grant) => (grant.permission === permission ? formatHolder(grant.holder) : [])),
    ]),
  );
}
