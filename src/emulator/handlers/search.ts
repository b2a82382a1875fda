import { z } from "zod";
import { toIssue } from "../answers/issue.js";
import { readList } from "../answers/page.js";
import { refuse } from "../refusal.js";
import { type Answer, type Call, type Route, route, routeWithBody } from "../route.js";
import { searchIssues } from "../rules/issues/search-issues.js";

const usual = 50;
const most = 5000;

const query = z.object({
  jql: z.string().default(""),
  fields: z.array(z.string()).default([]),
  maxResults: z.int().min(1).default(usual),
  nextPageToken: z.string().optional(),
});

/** The operations that search for issues. */
export const searchRoutes: readonly Route[] = [
  routeWithBody(query, {
    operation: "searchAndReconsileIssuesUsingJqlPost",
    method: "POST",
    path: "/search/jql",
    anonymous: true,
    answer: (call) => answerSearch(call, call.body),
  }),
  route({
    operation: "searchAndReconsileIssuesUsingJql",
    method: "GET",
    path: "/search/jql",
    anonymous: true,
    answer: (call) => {
      const asked = query.safeParse({
        jql: call.query.get("jql") ?? undefined,
        fields: readList(call.query, "fields"),
        maxResults: Number(call.query.get("maxResults") ?? usual),
        nextPageToken: call.query.get("nextPageToken") ?? undefined,
      });
      if (!asked.success) throw refuse(400, "The search parameters are not valid.");
      return answerSearch(call, asked.data);
    },
  }),
];

function answerSearch(
  call: Call<unknown>,
  { jql, fields, maxResults, nextPageToken = "0" }: z.output<typeof query>,
): Answer {
  const found = searchIssues(call, jql);
  const start = Number(nextPageToken);
  if (!Number.isInteger(start) || start < 0) throw refuse(400, "The nextPageToken is not valid.");
  const end = start + Math.min(maxResults, most);
  const wanted = fields.length === 0 ? ["id"] : fields;
  const issues = found.slice(start, end).map((place) => toIssue(call, place, wanted));
  const isLast = end >= found.length;
  return { status: 200, body: { issues, isLast, ...(isLast ? {} : { nextPageToken: String(end) }) } };
}
