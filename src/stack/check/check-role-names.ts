import { namedEntries, roleNames } from "../declared-names.js";
import type { Flaw } from "../flaw.js";
import type { Declaration } from "../schema/schema.js";
import { checkMentions, holderMentions, type Mention } from "./check-mentions.js";
import { roleLists } from "./role-lists.js";

/** Names of roles that nearly are, but are not, names of roles that this file makes; other names are the site's. */
export function checkRoleNames(declaration: Declaration): Flaw[] {
  const mentions = [...holderMentions(declaration, "projectRole"), ...actorMentions(declaration)];
  return checkMentions("role", mentions, namedEntries(declaration.projectRoles), roleNames(declaration));
}

function actorMentions(declaration: Declaration): Mention[] {
  return roleLists(declaration).map(({ role, origin }) => ({ name: role, origin, at: "key" }));
}
