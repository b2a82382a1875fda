/** Connect's scopes that build on each other, each holding all before it. */
const ladder: readonly string[] = ["READ", "WRITE", "DELETE", "PROJECT_ADMIN", "ADMIN"];

/**
 * The scopes of Atlassian Connect that a scope holds without saying so.
 * @see https://developer.atlassian.com/cloud/jira/software/scopes-for-connect-apps/
 */
export function impliedConnectScopes(scope: string): readonly string[] {
  const rung = ladder.indexOf(scope);
  return ladder.slice(0, Math.max(rung, 0));
}
