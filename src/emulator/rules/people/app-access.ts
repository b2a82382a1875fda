import { appRoleName } from "../../../model/project-role.js";
import { type Site, type SiteRole, takeId } from "../../state/state.js";
import { toAccountId } from "../new-names.js";
import { listPermissions } from "../permissions/known-permissions.js";
import { includesGrant, numberGrant } from "../permissions/prepare-grants.js";
import { isSameActor, numberActor } from "./resolve-actors.js";

/** An app as it is installed. */
interface NewApp {
  readonly key: string;
  readonly name: string;
}

/** Installs an app: it gets an account of its own, and with it the role of all apps in every project and scheme. */
export function installApp(site: Site, { key, name }: NewApp): void {
  const account = toAccountId(takeId(site, "account"));
  const email = `${key}@connect.atlassian.com`;
  site.accounts.push({
    id: account,
    email,
    emailVisible: true,
    displayName: name,
    active: true,
    type: "app",
  });
  site.apps.push({ key, name, account });
  keepAppAccess(site);
}

/** Puts back what the role of apps lacks, on a site that has any: the role, a grant or a member. */
export function keepAppAccess(site: Site): void {
  if (site.apps.length === 0) return;
  const role = findAppRole(site);
  const holder = { type: "projectRole" as const, parameter: String(role.id) };
  const permissions = listPermissions(site).filter(({ type }) => type === "PROJECT");
  for (const { grants } of site.schemes) {
    const missing = permissions.map(({ key }) => ({ permission: key, holder }));
    for (const grant of missing) if (!includesGrant(grants, grant)) grants.push(numberGrant(site, grant));
  }
  for (const { management, actors } of site.projects) {
    if (management === "team") continue;
    for (const { account } of site.apps) {
      const isThere = actors.some((actor) => actor.role === role.id && isSameActor(actor, { user: account }));
      if (!isThere) actors.push(numberActor(site, role, { user: account }));
    }
  }
}

function findAppRole(site: Site): SiteRole {
  const known = site.roles.find(({ name, project }) => name === appRoleName && project === undefined);
  if (known) return known;
  const description = "The role by which apps work in projects";
  const role: SiteRole = { id: takeId(site, "role"), name: appRoleName, description, defaultActors: [] };
  site.roles.push(role);
  return role;
}
