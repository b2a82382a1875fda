import type { Flaw, LineOf } from "../flaw.js";
import type { Declaration } from "../schema/schema.js";
import { checkGrants } from "./check-grants.js";
import { checkGroups } from "./check-groups.js";
import { checkIntegrationUsers } from "./check-integration-users.js";
import { checkNames } from "./check-names.js";
import { checkProjects } from "./check-projects.js";
import { checkRoleNames } from "./check-role-names.js";

/** Everything in a well-formed declaration that does not fit together or means nothing in Jira. */
export function checkDeclaration(declaration: Declaration, lineOf: LineOf): Flaw[] {
  return [checkIntegrationUsers, checkNames, checkGrants, checkProjects, checkRoleNames, checkGroups].flatMap((check) =>
    check(declaration, lineOf),
  );
}
