/** What one sentence or bullet needs; permissions are named by their keys in braces. */
export interface PermissionClause {
  /** Of each inner list one is needed. */
  readonly needs: readonly (readonly string[])[];
  /** Needed for a part of what the operation does. */
  readonly partly: readonly string[];
}

/** Reads one sentence or bullet; undefined where it names no permission, or joins several in no clear way. */
export function readClause(text: string): PermissionClause | undefined {
  if (/^(None|Permission to access|Access to Jira)\b|otherwise none/i.test(text)) return inPart(text);
  const [main = "", ...exceptions] = text.split(/,? however,? |\. (?!and )/);
  if (/\b(when|providing)\b/.test(main) || /\bonly need|\. \{/.test(text)) return undefined;
  if (/^To |, if |^if /.test(main)) return inPart(main);
  const keys = keysIn(main);
  const oneOf = /^At least one of\b/.test(main);
  const conjunction = !oneOf && /\}[^{]*\band\b[^{]*\{|\}, \{/.test(main);
  const disjunction = oneOf || /\}[^{]*\bor\b[^{]*\{/.test(main);
  if (keys.length === 0 || (keys.length > 1 && conjunction === disjunction)) return undefined;
  const needs = disjunction ? [keys.sort()] : keys.map((key) => [key]);
  return { needs, partly: exceptions.flatMap(keysIn) };
}

/** The permissions that a text names. */
export function keysIn(text: string): string[] {
  return [...text.matchAll(/\{([A-Z_]+|[a-z]+ administration)\}/g)].map(([, key = ""]) => key);
}

function inPart(text: string): PermissionClause {
  return { needs: [], partly: keysIn(text) };
}
