import type { SiteIssue, SiteWorklog } from "../state/issue-state.js";
import { toPerson, type Viewing } from "./account.js";

/** A worklog of an issue. */
export function toWorklog(viewing: Viewing, issue: SiteIssue, worklog: SiteWorklog): unknown {
  const { id, author, updateAuthor, created, updated, started, timeSpentSeconds, comment } = worklog;
  return {
    self: `${viewing.url}/rest/api/3/issue/${issue.id}/worklog/${id}`,
    id,
    issueId: issue.id,
    author: toPerson(viewing, author),
    updateAuthor: toPerson(viewing, updateAuthor),
    ...(comment === undefined ? {} : { comment }),
    created,
    updated,
    started,
    timeSpent: `${Math.max(1, Math.round(timeSpentSeconds / 60))}m`,
    timeSpentSeconds,
  };
}
