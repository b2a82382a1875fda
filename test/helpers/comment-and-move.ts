import { createCloudClient } from "jira.js";

/** Where a site is, and the account that asks. */
interface Login {
  readonly host: string;
  readonly email: string;
  readonly apiToken: string;
}

/** An integration on other people's client: finds an issue, reads it, comments on it and moves it; throws if it cannot. */
export async function commentAndMove({ host, email, apiToken }: Login): Promise<void> {
  const jira = createCloudClient({ host, auth: { type: "basic", email, apiToken } });
  const search = { jql: "project = PAY AND key = PAY-1", fields: ["summary"] };
  const { issues = [] } = await jira.issueSearch.searchAndReconsileIssuesUsingJqlPost(search);
  const [{ key: issueIdOrKey } = {}] = issues;
  if (issueIdOrKey === undefined) throw new Error("PAY-1 was not found");
  await jira.issues.getIssue({ issueIdOrKey });
  const paragraph = { type: "paragraph" as const, content: [{ type: "text" as const, text: "Released" }] };
  await jira.issueComments.addComment({ issueIdOrKey, body: { type: "doc", version: 1, content: [paragraph] } });
  await jira.issues.doTransition({ issueIdOrKey, transition: { id: "31" } });
}

const { JIRA_URL: host = "", JIRA_EMAIL: email = "", JIRA_API_TOKEN: apiToken = "" } = process.env;
if (process.argv[1] === import.meta.filename) await commentAndMove({ host, email, apiToken });
