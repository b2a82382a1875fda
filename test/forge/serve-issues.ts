import type { Hono } from "hono";
import type { Speech } from "./pipeline-environment.js";

/** An issue as a forge keeps it; on Bitbucket, a report on the commit. */
export interface KeptIssue {
  readonly number: number;
  readonly author: string;
  readonly labels: readonly string[];
  title: string;
  body: string;
  isOpen: boolean;
}

/** Has GitHub or GitLab keep issues; they drop labels of a token that may not label. */
export function serveIssues(
  app: Hono,
  speech: Exclude<Speech, "bitbucket">,
  author: string,
  issues: KeptIssue[],
  isLabelled: boolean,
): void {
  const path = speech === "github" ? "/repos/acme/access/issues" : "/projects/12/issues";
  const [open, text] = speech === "github" ? ["open", "body"] : ["opened", "description"];
  const shape = (issue: KeptIssue) => ({
    number: issue.number,
    iid: issue.number,
    title: issue.title,
    [text]: issue.body,
    state: issue.isOpen ? open : "closed",
    user: { login: issue.author },
    author: { id: issue.author === author ? 1 : 2 },
  });
  app.get(path, (context) => {
    const [size, page] = [Number(context.req.query("per_page")), Number(context.req.query("page"))];
    const isWanted = context.req.query("state") === (speech === "github" ? "all" : undefined);
    const labelled = issues.filter(({ labels }) => labels.includes(context.req.query("labels") ?? ""));
    return context.json((isWanted ? labelled : []).slice((page - 1) * size, page * size).map(shape));
  });
  app.post(path, async (context) => {
    const { title, labels, ...rest } = await context.req.json();
    const given = isLabelled ? [labels].flat() : [];
    issues.push({ number: issues.length + 1, author, title, body: rest[text], labels: given, isOpen: true });
    return context.json({ labels: speech === "github" ? given.map((name) => ({ name })) : given }, 201);
  });
  app.on(speech === "github" ? "PATCH" : "PUT", `${path}/:number`, async (context) => {
    const issue = issues.find(({ number }) => `${number}` === context.req.param("number"));
    if (issue === undefined) return context.json({}, 404);
    const { title, state, state_event: event, ...rest } = await context.req.json();
    issue.title = title;
    issue.body = rest[text];
    if (state !== undefined || event !== undefined) issue.isOpen = state === "open" || event === "reopen";
    return context.json({});
  });
}

/** Has Bitbucket keep what the others have issues for as reports on the commit. */
export function serveReports(app: Hono, author: string, issues: KeptIssue[]): void {
  const path = "/repositories/acme/access/commit/c0ffee/reports/:id";
  app.get(path, (context) => {
    const kept = issues.find(({ labels }) => labels.includes(context.req.param("id")));
    if (kept === undefined) return context.json({}, 404);
    return context.json({ title: kept.title, details: kept.body, result: kept.isOpen ? "FAILED" : "PASSED" });
  });
  app.put(path, async (context) => {
    const id = context.req.param("id");
    const { title, details: body, result } = await context.req.json();
    if (body.length > 2000) return context.json({ message: "details: too long" }, 400);
    const wanted = { title, body, isOpen: result === "FAILED" };
    const kept = issues.find(({ labels }) => labels.includes(id));
    if (kept === undefined) issues.push({ number: issues.length + 1, author, labels: [id], ...wanted });
    else Object.assign(kept, wanted);
    return context.json({});
  });
}
