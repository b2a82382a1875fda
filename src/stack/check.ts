import type { Finding } from "./finding.js";
import type { Declaration } from "./schema.js";

/** Everything in a well-formed declaration that does not fit together or means nothing in Jira. */
export function checkDeclaration(_declaration: Declaration, _place: unknown): Finding[] {
  return [];
}
