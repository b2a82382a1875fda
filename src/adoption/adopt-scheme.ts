import { isHiddenPermission } from "../catalogue/permissions.js";
import type { FoundAccess } from "../model/found-access.js";
import { countsOnIssuesOnly } from "../model/holder.js";
import { readDescription } from "../model/ownership.js";
import type { PermissionScheme, SiteGrant } from "../model/permission-scheme.js";
import { isAppRole } from "../model/project-role.js";
import { grantablePermissionFault } from "../stack/schema/permission-rules.js";
import { customFieldFault, descriptionFault, nameFault } from "../stack/schema/text-rules.js";
import type { WrittenHolder } from "../stack/write-stack.js";
import { accountObstacle, accountText } from "./account-text.js";
import type { Remark } from "./remark.js";
import { holderRemark, permissionRemark } from "./risk-remark.js";
import { roleObstacle } from "./role-obstacle.js";

/** A scheme as an entry of `permissionSchemes`; without `entry` it stays the site's. */
export interface AdoptedScheme {
  readonly key: string;
  readonly name: string;
  readonly entry?: Readonly<Record<string, unknown>>;
  readonly remarks: readonly Remark[];
}

/** The entry that takes a scheme over as it is, or a remark that says why that cannot be. */
export function adoptScheme(found: FoundAccess, scheme: PermissionScheme, key: string): AdoptedScheme {
  const { name, description } = scheme;
  const staysTheSites = (why: string): AdoptedScheme => {
    const text = `the permission scheme ${JSON.stringify(name)} stays the site's: ${why}`;
    return { key, name, remarks: [{ origin: ["permissionSchemes"], text, leftOut: true }] };
  };
  const grants = scheme.grants.filter((grant) => !isJirasOwn(grant));
  const obstacle = schemeObstacle(found, scheme) ?? firstObstacle(found, grants);
  if (obstacle !== undefined) return staysTheSites(obstacle);

  const permissions = [...new Set(grants.map(({ permission }) => permission))].sort();
  const holdersOf = (permission: string) => grants.filter((grant) => grant.permission === permission);
  const listed = permissions.map(
    (permission) => [permission, holdersOf(permission).map((grant) => writeHolder(found, grant))] as const,
  );
  const origin = ["permissionSchemes", key, "grants"];
  return {
    key,
    name,
    entry: {
      name,
      ...(description === "" ? {} : { description }),
      adopt: true,
      grants: Object.fromEntries(listed),
      ...allowance(grants),
    },
    remarks: listed.flatMap(([permission, holders]) => [
      ...permissionRemark([...origin, permission], permission),
      ...holders.flatMap((holder, index) => holderRemark([...origin, permission, index], holder)),
    ]),
  };
}

function schemeObstacle({ schemes }: FoundAccess, { name, description }: PermissionScheme): string | undefined {
  const { owner } = readDescription(description);
  if (owner !== undefined) return `the stack ${owner} keeps it`;
  const namesakes = schemes.filter((one) => one.name.toLowerCase() === name.toLowerCase());
  return namesakes.length > 1 ? "another one has the same name" : (nameFault(name) ?? descriptionFault(description));
}

function firstObstacle(found: FoundAccess, grants: readonly SiteGrant[]): string | undefined {
  for (const grant of grants) {
    const { permission } = grant;
    const unknown = found.permissionKeys.has(permission) ? undefined : `the site no longer knows ${permission} in it`;
    const obstacle = unknown ?? grantablePermissionFault(permission) ?? holderObstacle(found, grant);
    if (obstacle !== undefined) return obstacle;
  }
  return undefined;
}

function holderObstacle({ roles, accounts }: FoundAccess, { holder, holderId = "" }: SiteGrant): string | undefined {
  const { type, name } = holder;
  if (type === "projectRole") return roleObstacle(roles, holderId);
  if (type === "user") return accountObstacle(accounts, holderId);
  if (name === undefined) return undefined;
  return type === "userCustomField" || type === "groupCustomField" ? customFieldFault(name) : nameFault(name);
}

function writeHolder({ roles, accounts }: FoundAccess, { holder, holderId = "" }: SiteGrant): WrittenHolder {
  const { type, name } = holder;
  if (type === "user") return { user: accountText(accounts, holderId) };
  if (type === "projectRole") return { projectRole: roles.find(({ id }) => id === holderId)?.name ?? holderId };
  return name === undefined ? type : { [type]: name };
}

function allowance(grants: readonly SiteGrant[]): object {
  const holders = grants.filter(({ permission }) => permission === "ADMINISTER_PROJECTS");
  const isKept = holders.some(({ holder }) => !countsOnIssuesOnly(holder));
  return isKept ? {} : { allow: { lastAdministrator: "found like this" } };
}

/** What Jira keeps by itself in every scheme, and this project leaves alone. */
function isJirasOwn({ permission, holder }: SiteGrant): boolean {
  return isHiddenPermission(permission) || isAppRole(holder);
}
