import { z } from "zod";
import { projectKeyPattern } from "../rules/change-project.js";

const name = z.string().min(1);
const names = z.array(name).default([]);

const holder = z.union([
  name,
  z.record(name, name).refine((map) => Object.keys(map).length === 1, "a holder has one key"),
]);
const grants = z.record(name, z.array(holder));
const actors = z.strictObject({ users: names, groups: names });

const role = z.strictObject({
  id: z.int().optional(),
  description: z.string().default(""),
  defaultActors: actors.prefault({}),
});

const comment = z.strictObject({ author: name, body: name });

const issue = z.strictObject({
  summary: name,
  type: z.enum(["Task", "Bug", "Story"]).default("Task"),
  status: z.enum(["To Do", "In Progress", "Done"]).default("To Do"),
  reporter: name,
  assignee: name.optional(),
  fields: z.record(name, z.array(name)).default({}),
  comments: z.array(comment).default([]),
  attachments: z.array(z.strictObject({ author: name, filename: name, size: z.int().min(0).default(0) })).default([]),
  watchers: names,
  /** The name of a level of the project's issue security scheme. */
  security: name.optional(),
  worklogs: z.array(z.strictObject({ author: name, minutes: z.int().positive() })).default([]),
});

const moment = z.union([z.iso.datetime({ offset: true }), z.iso.date()]);

/** What the organisation's API tells of a credential. */
const known = { label: name.optional(), created: moment.optional(), lastActive: moment.optional() };
const credential = { ...known, expires: moment.optional() };

/** Without scopes a token may do all that its account may, and is good on the site too. */
const token = z.strictObject({ token: name, scopes: z.array(name).optional(), ...credential });

const account = z.strictObject({
  email: name,
  displayName: name.optional(),
  accountId: name.optional(),
  token: name.optional(),
  active: z.boolean().default(true),
  emailVisible: z.boolean().default(true),
  type: z.enum(["atlassian", "app", "customer"]).default("atlassian"),
  appType: name.optional(),
  /** Further API tokens. */
  tokens: z.array(token).default([]),
});

const project = z.strictObject({
  key: z.string().regex(projectKeyPattern, "a project key is made of capitals and digits"),
  name,
  description: z.string().default(""),
  lead: name,
  management: z.enum(["company", "team"]).default("company"),
  type: z.enum(["software", "service_desk", "business"]).default("software"),
  status: z.enum(["live", "archived", "deleted"]).default("live"),
  category: name.optional(),
  permissionScheme: name.optional(),
  issueSecurityScheme: name.optional(),
  roles: z.record(name, actors).default({}),
  issues: z.array(issue).default([]),
});

/** The form of a seed. */
export const seedSchema = z.strictObject({
  name: name.default("Emulated site"),
  plan: z.enum(["free", "standard", "premium", "enterprise"]).default("standard"),
  timeZone: name.default("Etc/UTC"),
  /** Products by key; the licence comes from being in one of the groups. */
  applications: z.record(name, z.strictObject({ name: name.optional(), groups: names })).default({}),
  accounts: z.array(account).default([]),
  accessTokens: z.array(z.strictObject({ token: name, account: name, scopes: names })).default([]),
  oauthClients: z.array(z.strictObject({ id: name, secret: name, account: name, scopes: names, ...known })).default([]),
  /** Keys to the organisation's API; the first is the one that the emulator prints. */
  apiKeys: z
    .array(z.strictObject({ key: name, createdBy: name.optional(), scopes: z.array(name).optional(), ...credential }))
    .default([{ key: "emulator-org-api-key" }]),
  tokenLifetimeS: z.number().positive().default(3600),
  groups: z.record(name, z.strictObject({ members: names, globalPermissions: names })).default({}),
  customFields: z
    .record(z.string().regex(/^customfield_\d+$/), z.strictObject({ name, holds: z.enum(["users", "groups"]) }))
    .default({}),
  appPermissions: z
    .array(z.strictObject({ key: name, name, level: z.enum(["project", "global"]).default("project") }))
    .default([]),
  apps: z.array(z.strictObject({ key: name, name })).default([]),
  /** Whether too many requests at once are refused, as Jira does. */
  limits: z.boolean().default(false),
  projectRoles: z.record(name, role).default({}),
  /** The first one is the default scheme, with the id 0. */
  permissionSchemes: z
    .record(name, z.strictObject({ description: z.string().default(""), grants: grants.default({}) }))
    .default({}),
  /** The levels by name, each with those who may see its issues. */
  issueSecuritySchemes: z.record(name, z.strictObject({ levels: z.record(name, z.array(holder)) })).default({}),
  projects: z.array(project).default([]),
  /** The outward issue does to the inward one what the type says; both by their keys. */
  links: z
    .array(z.strictObject({ type: z.enum(["Blocks", "Duplicate", "Relates"]), inward: name, outward: name }))
    .default([]),
});

/** A site as people write it down: everything by name, what is not said has a default. */
export type Seed = z.input<typeof seedSchema>;

/** A seed with every default filled in. */
export type FullSeed = z.output<typeof seedSchema>;

/** What a seed says of a credential beside its secret. */
export type SeedCredential = { readonly [Key in keyof typeof credential]?: string | undefined };

/** The people and groups that a seed puts into a role, by e-mail and by name. */
export type SeedActors = z.output<typeof actors>;

/** One holder of a seed's grants: a bare word, or one key with what it names. */
export type SeedHolder = z.output<typeof holder>;

/**
 * The seed that a value is, defaults filled in.
 * @throws Error that names every fault with its path.
 */
export function parseSeed(value: unknown): FullSeed {
  const result = seedSchema.safeParse(value ?? {});
  if (result.success) return result.data;
  const faults = result.error.issues.map((issue) => `${issue.path.join(".") || "(top)"}: ${issue.message}`);
  throw new Error(`The seed is not valid.\n${faults.join("\n")}`);
}
