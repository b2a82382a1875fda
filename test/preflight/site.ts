import type { Site } from "../../src/live/observe-site.js";
import type { Account } from "../../src/model/account.js";
import type { Group } from "../../src/model/group.js";
import { parseHolder } from "../../src/model/holder.js";
import type { PermissionScheme } from "../../src/model/permission-scheme.js";

/** The mark of the stack that the tests hold against a site. */
export const owner = "access/test";

/** A scheme of a site, its grants written as `PERMISSION holder`. */
export function schemeOnSite(name: string, grants: readonly string[], description = ""): PermissionScheme {
  return {
    id: name,
    name,
    description,
    grants: grants.map((text, index) => {
      const [permission = "", holder = ""] = text.split(/ (.*)/);
      return { id: `${index}`, permission, holder: parseHolder(holder) };
    }),
  };
}

/** A small site whose acting account is admin@acme.example, with what a test says instead. */
export function siteWith(part: Partial<Site> = {}): Site {
  return {
    actingAccount: { ...accountOf("admin@acme.example"), groups: ["jira-administrators"] },
    permissionKeys: new Set(["ADMINISTER_PROJECTS", "BROWSE_PROJECTS"]),
    schemes: [schemeOnSite("Default", ["ADMINISTER_PROJECTS projectRole:Administrators"])],
    roles: [{ id: "1", name: "Administrators", description: "" }],
    projects: ["OPS", "PAY", "WEB"].map((key) => ({ id: key, key, name: key, management: "company" })),
    accounts: new Map(),
    groups: new Map<string, Group>([["jira-administrators", { id: "g", name: "jira-administrators" }]]),
    schemeOf: new Map(),
    administered: new Set(),
    ...part,
  };
}

/** An active account of that e-mail. */
export function accountOf(email: string): Account {
  return { id: `id-${email}`, displayName: email, email, active: true, type: "atlassian" };
}
