import type { AccessPreview } from "../../../src/model/preview.js";

/** The preview of a change that changes nothing. */
export const emptyPreview: AccessPreview = {
  owner: "jira-access/web",
  stack: "web",
  changes: [],
  gains: [],
  losses: [],
  unclear: [],
  givenUp: 0,
  proof: [],
};
