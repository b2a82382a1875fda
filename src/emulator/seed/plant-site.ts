import { holderTypes, isHolderType } from "../../model/holder.js";
import { linkTypes } from "../rules/issues/link-types.js";
import { toAccountId, toDisplayName, toUuid } from "../rules/new-names.js";
import { installApp } from "../rules/people/app-access.js";
import { listRoles } from "../rules/people/project-roles.js";
import { numberActor } from "../rules/people/resolve-actors.js";
import { numberGrant, prepareGrants } from "../rules/permissions/prepare-grants.js";
import { resolveHolder, type SentHolder } from "../rules/permissions/resolve-holder.js";
import { teamManagedRoles } from "../rules/permissions/team-managed.js";
import { defaultSchemeId, type Site, type SiteActor, type SiteProject, type SiteRole, takeId } from "../state/state.js";
import { accountIdOf, findNamed, groupIdOf, issueIdOf } from "./find-seeded.js";
import { plantCredentials } from "./plant-credentials.js";
import { plantIssues } from "./plant-issues.js";
import type { FullSeed, SeedActors, SeedHolder } from "./seed.js";

/**
 * The site that a seed describes; the same seed always gives the same site.
 * @throws Error when the seed names something that it does not describe.
 */
export function plantSite(seed: FullSeed): Site {
  const site: Site = {
    name: seed.name,
    cloudId: toUuid(`cloud ${seed.name}`),
    plan: seed.plan,
    timeZone: seed.timeZone,
    applications: [],
    organisation: { id: toUuid(`organisation ${seed.name}`), apiKeys: [] },
    accounts: seed.accounts.map(({ email, accountId, displayName, token: _, appType, tokens: __, ...rest }, index) => ({
      ...rest,
      ...(appType === undefined ? {} : { appType }),
      id: accountId ?? toAccountId(index + 1),
      email,
      displayName: displayName ?? toDisplayName(email),
    })),
    tokens: [],
    oauthClients: [],
    tokenLifetimeS: seed.tokenLifetimeS,
    groups: [],
    roles: [],
    schemes: [],
    securitySchemes: [],
    projects: [],
    issues: [],
    links: [],
    customFields: Object.entries(seed.customFields).map(([id, field]) => ({ id, ...field })),
    appPermissions: seed.appPermissions,
    apps: [],
    audit: [],
    limits: seed.limits,
    nextIds: {
      account: seed.accounts.length + 1,
      token: 1,
      group: 1,
      role: 10100,
      scheme: 10000,
      grant: 10000,
      actor: 10000,
      project: 10000,
      category: 10000,
      issue: 10000,
      comment: 10000,
      worklog: 10000,
      attachment: 10000,
      link: 10000,
      securityScheme: 10000,
      securityLevel: 10000,
    },
  };
  plantCredentials(site, seed);
  plantGroups(site, seed);
  plantRoles(site, seed);
  plantSchemes(site, seed);
  plantSecurity(site, seed);
  plantProjects(site, seed);
  for (const { type, inward, outward } of seed.links) {
    const ends = { inward: issueIdOf(site, inward), outward: issueIdOf(site, outward) };
    site.links.push({
      id: String(takeId(site, "link")),
      type: findNamed(linkTypes, "type of links", type).id,
      ...ends,
    });
  }
  for (const app of seed.apps) installApp(site, app);
  return site;
}

function plantGroups(site: Site, seed: FullSeed): void {
  for (const [name, { members, globalPermissions }] of Object.entries(seed.groups)) {
    const ids = members.map((email) => accountIdOf(site, email));
    site.groups.push({ id: toUuid(`group ${name}`), name, members: ids, globalPermissions });
  }
  for (const [key, { name, groups }] of Object.entries(seed.applications)) {
    site.applications.push({ key, name: name ?? key, groups: groups.map((group) => groupIdOf(site, group)) });
  }
}

function plantRoles(site: Site, seed: FullSeed): void {
  const given = Object.values(seed.projectRoles).map(({ id = 0 }) => id);
  site.nextIds.role = Math.max(site.nextIds.role, ...given.map((id) => id + 1));
  for (const [name, { id, description, defaultActors }] of Object.entries(seed.projectRoles)) {
    const role: SiteRole = { id: id ?? takeId(site, "role"), name, description, defaultActors: [] };
    role.defaultActors = toActors(site, role, defaultActors);
    site.roles.push(role);
  }
}

function plantSchemes(site: Site, seed: FullSeed): void {
  const schemes = Object.entries(seed.permissionSchemes);
  if (schemes.length === 0) schemes.push(["Default Permission Scheme", { description: "", grants: {} }]);
  schemes.forEach(([name, { description, grants: map }], index) => {
    const sent = Object.entries(map).flatMap(([permission, holders]) =>
      holders.map((holder) => ({ permission, holder: toSent(site, holder) })),
    );
    const grants = prepareGrants(site, sent).map((grant) => numberGrant(site, grant));
    site.schemes.push({ id: index === 0 ? defaultSchemeId : takeId(site, "scheme"), name, description, grants });
  });
}

function plantSecurity(site: Site, seed: FullSeed): void {
  for (const [name, { levels }] of Object.entries(seed.issueSecuritySchemes)) {
    const planted = Object.entries(levels).map(([level, holders]) => ({
      id: String(takeId(site, "securityLevel")),
      name: level,
      description: "",
      holders: holders.map((holder) => resolveHolder(site, toSent(site, holder))),
    }));
    site.securitySchemes.push({ id: takeId(site, "securityScheme"), name, description: "", levels: planted });
  }
}

function plantProjects(site: Site, seed: FullSeed): void {
  const names = new Set(seed.projects.flatMap(({ category }) => category ?? []));
  const categories = new Map([...names].map((name) => [name, { id: String(takeId(site, "category")), name }]));
  for (const {
    lead,
    category: named,
    permissionScheme,
    issueSecurityScheme,
    roles,
    issues,
    ...rest
  } of seed.projects) {
    const category = categories.get(named ?? "");
    const project: SiteProject = {
      ...rest,
      oldKeys: [],
      id: String(takeId(site, "project")),
      lead: accountIdOf(site, lead),
      ...(category === undefined ? {} : { category }),
      lastIssue: issues.length,
      actors: [],
    };
    if (rest.management === "team") {
      for (const name of Object.keys(teamManagedRoles)) {
        site.roles.push({ id: takeId(site, "role"), name, description: "", project: project.id, defaultActors: [] });
      }
    } else {
      project.scheme = permissionScheme ? findNamed(site.schemes, "scheme", permissionScheme).id : defaultSchemeId;
    }
    if (issueSecurityScheme !== undefined) {
      project.securityScheme = findNamed(site.securitySchemes, "issue security scheme", issueSecurityScheme).id;
    }
    site.projects.push(project);
    for (const [name, members] of Object.entries(roles)) {
      const role = findNamed(listRoles(site, project), `role of ${rest.key}`, name);
      project.actors.push(...toActors(site, role, members));
    }
    plantIssues(site, project, issues);
  }
}

function toActors(site: Site, role: SiteRole, { users, groups }: SeedActors): SiteActor[] {
  return [
    ...users.map((email) => numberActor(site, role, { user: accountIdOf(site, email) })),
    ...groups.map((name) => numberActor(site, role, { group: groupIdOf(site, name) })),
  ];
}

function toSent(site: Site, holder: SeedHolder): SentHolder {
  if (typeof holder === "string") return { type: holder };
  const [[type, text] = ["", ""]] = Object.entries(holder);
  if (!isHolderType(type) || holderTypes[type] === "none") throw new Error(`'${type}: ${text}' is not a holder.`);
  if (type === "projectRole") return { type, value: String(findNamed(site.roles, "role", text).id) };
  if (type === "user") return { type, value: accountIdOf(site, text) };
  return { type, parameter: text };
}
