/** The present moment in the form that Jira's answers have. */
export function toJiraTime(): string {
  return new Date().toISOString().replace("Z", "+0000");
}
