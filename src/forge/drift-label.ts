/** The label of issues about drift, by which people and this package find them. */
export const driftLabel = "jira-access drift";

/** What their hidden line says they are of. */
export const driftVerb = "drift";
