import type { HolderType } from "../../model/holder.js";
import type { AccountId, GroupId, ProjectId } from "../../model/ids.js";
import type { OauthClient, Organisation, SiteToken } from "./credential-state.js";
import type { SiteIssue, SiteLink } from "./issue-state.js";

/** A whole Jira Cloud site as plain data: it can be cloned, printed as JSON, and put back. */
export interface Site {
  name: string;
  cloudId: string;
  plan: "free" | "standard" | "premium" | "enterprise";
  timeZone: string;
  applications: SiteApplication[];
  organisation: Organisation;
  accounts: SiteAccount[];
  tokens: SiteToken[];
  oauthClients: OauthClient[];
  /** How many seconds the access token of an OAuth client is good for. */
  tokenLifetimeS: number;
  groups: SiteGroup[];
  roles: SiteRole[];
  schemes: SiteScheme[];
  securitySchemes: SecurityScheme[];
  projects: SiteProject[];
  issues: SiteIssue[];
  links: SiteLink[];
  customFields: SiteCustomField[];
  appPermissions: AppPermission[];
  apps: SiteApp[];
  audit: AuditRecord[];
  /** Whether too many requests at once are refused. */
  limits: boolean;
  /** The next free id of every kind of thing that Jira numbers. */
  nextIds: Record<NumberedKind, number>;
}

/** The kinds of things that the site numbers, each in a row of its own. */
export type NumberedKind =
  | "account"
  | "token"
  | "group"
  | "role"
  | "scheme"
  | "grant"
  | "actor"
  | "project"
  | "category"
  | "issue"
  | "comment"
  | "worklog"
  | "attachment"
  | "link"
  | "securityScheme"
  | "securityLevel";

/** A product of the site; being in one of its groups is the licence to use it. */
interface SiteApplication {
  key: string;
  name: string;
  groups: GroupId[];
}

/** Somebody or something that can log in. */
export interface SiteAccount {
  id: AccountId;
  email: string;
  /** Whether answers show the e-mail to others. */
  emailVisible: boolean;
  displayName: string;
  active: boolean;
  type: "atlassian" | "app" | "customer";
  appType?: string;
}

/** A group, its members, and the global permissions that it has. */
export interface SiteGroup {
  id: GroupId;
  name: string;
  members: AccountId[];
  globalPermissions: string[];
}

/** A project role; `project` is set for the own roles of a team-managed project. */
export interface SiteRole {
  id: number;
  name: string;
  description: string;
  project?: ProjectId;
  /** Who becomes a member in every project made from now on. */
  defaultActors: SiteActor[];
}

/** Who a grant is for; `parameter` is a role's, group's, account's or field's id or an application's key. */
export interface SiteHolder {
  type: HolderType;
  parameter?: string;
}

/** One permission given to one holder inside a scheme. */
export interface SchemeGrant {
  id: number;
  permission: string;
  holder: SiteHolder;
}

/** A permission scheme with its grants. */
export interface SiteScheme {
  id: number;
  name: string;
  description: string;
  grants: SchemeGrant[];
}

/** An issue security scheme: levels, of which an issue can have one. */
export interface SecurityScheme {
  id: number;
  name: string;
  description: string;
  levels: SecurityLevel[];
}

/** Those who may see the issues that have this level. */
export interface SecurityLevel {
  id: string;
  name: string;
  description: string;
  holders: SiteHolder[];
}

/** A member of a role: a person or a group. */
export type SiteActor = { id: number; role: number } & ({ user: AccountId } | { group: GroupId });

/** What projects are sorted by; several projects share one. */
interface SiteCategory {
  id: string;
  name: string;
}

/** A project; only company-managed ones have a permission scheme. */
export interface SiteProject {
  id: ProjectId;
  key: string;
  /** The keys that it had before; they still lead to it. */
  oldKeys: string[];
  name: string;
  description: string;
  lead: AccountId;
  management: "company" | "team";
  type: "software" | "service_desk" | "business";
  status: "live" | "archived" | "deleted";
  category?: SiteCategory;
  scheme?: number;
  securityScheme?: number;
  /** The number in the key of the newest issue; deleted issues leave theirs unused. */
  lastIssue: number;
  actors: SiteActor[];
}

/** A custom field whose values are people or groups, so that grants can follow it. */
interface SiteCustomField {
  id: string;
  name: string;
  holds: "users" | "groups";
}

/** A permission that an installed app defines, keyed `app__module`. */
interface AppPermission {
  key: string;
  name: string;
  level: "project" | "global";
}

/** One change of the site's administration, as the audit log tells of it. */
export interface AuditRecord {
  id: number;
  summary: string;
  category: string;
  author: AccountId;
  created: string;
  /** What kind of thing was changed, which one, and the project in which that is. */
  type: string;
  name: string;
  parent?: string;
}

/** An installed app with the account that it works as. */
interface SiteApp {
  key: string;
  name: string;
  account: AccountId;
}

/** The id of the scheme that every site has and nobody can delete. */
export const defaultSchemeId = 0;

/** Takes the next free number of a kind. */
export function takeId(site: Site, kind: NumberedKind): number {
  return site.nextIds[kind]++;
}
