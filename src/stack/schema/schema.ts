import { z } from "zod";
import { grantablePermissionKeys, permissions } from "../../catalogue/permissions.js";
import { selectorFault } from "../selectors.js";
import { assertionFaults } from "./assertion-rules.js";
import { map, text } from "./checked.js";
import { driftSchema } from "./drift-schema.js";
import { holderSchema } from "./holder-schema.js";
import { knownPermissionFault, permissionListFaults } from "./permission-rules.js";
import { accountFault, descriptionFault, nameFault, reasonFault } from "./text-rules.js";

const permissionKeyMeta = {
  description: "A permission key as Jira spells it, or as an app defines it (app__module).",
  anyOf: [{ enum: [...grantablePermissionKeys] }, { pattern: "^[A-Za-z0-9._-]+__[A-Za-z0-9._-]+$" }],
};
const permissionList = z
  .array(z.string().meta({ ...permissionKeyMeta, id: "permission" }))
  .min(1)
  .superRefine(reportPermissions);
const holders = z
  .array(holderSchema)
  .meta({ id: "holders", description: "All who are granted this permission.", examples: [[{ projectRole: "NAME" }]] });
/** Editors offer these by name and show what each permission is; the schema itself goes by the keys' form. */
const grantsMeta = {
  properties: Object.fromEntries(
    grantablePermissionKeys.map((key) => [
      key,
      { description: permissions[key].summary, $ref: "#/definitions/holders" },
    ]),
  ),
};
const selectorMeta = {
  description:
    "A project's key; or the site's company-managed projects: `all`, those of `category:NAME`, or those whose key fits a pattern like `PAY*`.",
  pattern: "^(all|category:.+|[A-Z][A-Z0-9_]+|(?=.*\\*)[A-Z*][A-Z0-9_*]*)$",
};
const account = text(accountFault);
const reason = text(reasonFault);

const adoption = {
  adopt: z
    .boolean()
    .exactOptional()
    .describe("Take over an object of this name that is on the site already. Default: refuse to."),
  deleteAdopted: z
    .boolean()
    .exactOptional()
    .describe("Delete it with the stack although it was adopted. Default: let go of it and leave it on the site."),
  formerly: z
    .string()
    .exactOptional()
    .describe("The key that this entry had before it was renamed in this file, so that the same object is kept."),
};

const allow = z
  .strictObject({
    removals: z.int().positive().exactOptional().describe("How many declared entries may go in one run."),
    lastAdministrator: reason
      .exactOptional()
      .describe("Why it is right that nobody is left with ADMINISTER_PROJECTS; the text is the reason."),
    self: reason
      .exactOptional()
      .describe("Why it is right that the account which runs this loses its own administration."),
  })
  .describe("Brakes that this entry may pass once it says so.");

const tolerate = map({ description: "A permission key." }, reason)
  .superRefine(reportTolerated)
  .describe("Permissions it has by other ways that are no finding, each with the reason.");
const elsewhere = z
  .enum(["report", "forbid", "ignore"])
  .describe("What to make of permissions it has in other projects. Default: report.");

const integrationUser = z
  .strictObject({
    account: account.describe("The account's e-mail or, where Jira hides e-mails, its accountId."),
    projects: z
      .array(text(selectorFault).meta(selectorMeta))
      .min(1)
      .describe("The projects it works in; it gets the permissions in these and in no others."),
    permissions: permissionList.describe("All that it may do there."),
    role: text(nameFault)
      .exactOptional()
      .describe("The project role that carries its permissions. Default: `Integration: ` and this entry's key."),
    tolerate: tolerate.exactOptional(),
    elsewhere: elsewhere.exactOptional(),
  })
  .describe("An account of a program, with exactly what it may do.");

const permissionScheme = z
  .strictObject({
    name: text(nameFault).exactOptional().describe("The scheme's name on the site. Default: the key."),
    description: text(descriptionFault).exactOptional().describe("What the site shows beside the name."),
    grants: map(permissionKeyMeta, holders)
      .meta(grantsMeta)
      .exactOptional()
      .describe("The whole scheme: whatever is not listed is removed. Left out, the scheme's grants are left alone."),
    ...adoption,
    allow: allow.exactOptional(),
  })
  .describe("A permission scheme that this stack makes and keeps.");

const roleActors = z
  .strictObject({
    users: z.array(account).exactOptional().describe("Accounts, by e-mail or accountId."),
    groups: z.array(text(nameFault)).exactOptional().describe("Groups, by name."),
  })
  .describe("All who hold the role in the project: whoever is not listed is removed.");

const schemeReference = z.union(
  [
    z.string().describe("A key of permissionSchemes."),
    z
      .strictObject({ site: text(nameFault).describe("The scheme's name on the site.") })
      .describe("A scheme that is the site's own and not this stack's."),
  ],
  { error: "expected a key of permissionSchemes, or { site: NAME } for a scheme that stays the site's" },
);

const projectSettings = {
  permissionScheme: schemeReference
    .exactOptional()
    .describe("The scheme the project uses. Left out, the project keeps the one it has."),
  roles: map({ description: "A project role's name." }, roleActors)
    .exactOptional()
    .describe("Who holds which role in the project. Roles left out are left alone."),
};

const project = z
  .strictObject({ ...projectSettings, allow: allow.exactOptional() })
  .describe("A company-managed project that is on the site already.");

const projectRole = z
  .strictObject({
    name: text(nameFault).exactOptional().describe("The role's name on the site. Default: the key."),
    description: text(descriptionFault).exactOptional().describe("What the site shows beside the name."),
    ...adoption,
  })
  .describe("A project role that this stack makes and keeps.");

const defaults = z.strictObject({
  project: z
    .strictObject(projectSettings)
    .exactOptional()
    .describe("What holds for every entry of projects that does not say otherwise, role by role."),
  integrationUser: z
    .strictObject({ tolerate: tolerate.exactOptional(), elsewhere: elsewhere.exactOptional() })
    .exactOptional()
    .describe("What holds for every integration user that does not say otherwise, permission by permission."),
});

const group = z
  .strictObject({
    name: text(nameFault)
      .exactOptional()
      .describe("The group's name on the site. Default: the key. Another name makes another group."),
    members: z
      .array(account)
      .exactOptional()
      .describe("All who are in the group: whoever is not listed is removed. Left out, its members are left alone."),
    ...adoption,
    allow: allow.exactOptional(),
  })
  .describe("A group that this stack makes and keeps.");

const assertedPermissions = z
  .array(
    text(knownPermissionFault).meta({
      description: "A permission key as Jira spells it, global ones too, or as an app defines it (app__module).",
    }),
  )
  .min(1);

const assertion = z
  .strictObject({
    deny: assertedPermissions.exactOptional().describe("What the account must not be able to do, on no issue either."),
    allow: assertedPermissions.exactOptional().describe("What the account must be able to do, on every issue."),
    account: account.describe("The account's e-mail or, where Jira hides e-mails, its accountId."),
    projects: z
      .array(text(selectorFault).meta(selectorMeta))
      .min(1)
      .exactOptional()
      .describe("Where; to be left out for global permissions."),
    because: reason.exactOptional().describe("Why; told when it is not so."),
  })
  .superRefine((written, context) => {
    for (const { path, message } of assertionFaults(written)) {
      context.addIssue({
        code: "custom",
        path: [...path],
        message,
        params: { at: path.length === 0 ? "key" : "value" },
      });
    }
  })
  .describe("Something that must be true of an account, however it comes about.");

/** The whole stack file. Shape only: names and keys that have to fit together are checked apart, by meaning. */
export const stackSchema = z
  .strictObject({
    include: z
      .array(z.string())
      .exactOptional()
      .describe("Other stack files below this one's folder; what they declare counts as written here."),
    defaults: defaults.exactOptional().describe("What holds wherever an entry does not say otherwise."),
    integrationUsers: map({ description: "A name for the integration." }, integrationUser)
      .default({})
      .describe("Accounts of programs, each with its projects and exactly the permissions it needs."),
    permissionSchemes: map({ description: "A key for the scheme in this file." }, permissionScheme)
      .default({})
      .describe("Permission schemes that this stack makes and keeps."),
    projects: map(selectorMeta, project)
      .default({})
      .describe("Which scheme each project uses, and who holds its roles."),
    projectRoles: map({ description: "A key for the role in this file." }, projectRole)
      .default({})
      .describe("Project roles that this stack makes and keeps."),
    groups: map({ description: "A key for the group in this file." }, group)
      .default({})
      .describe("Groups that this stack makes and keeps."),
    drift: driftSchema.exactOptional().describe("What `jira-access drift` makes of differences."),
    assert: map({ description: "A name for the assertion." }, assertion)
      .exactOptional()
      .describe("What must be true of accounts, checked by the file as far as it tells, else on the site."),
  })
  .meta({ title: "Jira access", description: "Who may do what in Jira Cloud, and nothing more." });

/** What a valid stack file says. */
export type Declaration = z.output<typeof stackSchema>;

function reportTolerated(tolerate: Readonly<Record<string, string>>, context: z.core.$RefinementCtx): void {
  for (const key of Object.keys(tolerate)) {
    const message = knownPermissionFault(key);
    if (message !== undefined) context.addIssue({ code: "custom", path: [key], message, params: { at: "key" } });
  }
}

function reportPermissions(keys: readonly string[], context: z.core.$RefinementCtx): void {
  for (const { index, message } of permissionListFaults(keys)) {
    context.addIssue({ code: "custom", path: [index], message });
  }
}
