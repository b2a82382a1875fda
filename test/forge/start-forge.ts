import { Hono } from "hono";
import { onTestFinished } from "vitest";
import { listen } from "../../src/loopback/listen.js";
import type { Speech } from "./pipeline-environment.js";
import { type KeptIssue, serveIssues, serveReports } from "./serve-issues.js";

/** A comment as a forge keeps it. */
interface KeptNote {
  readonly id: number;
  readonly author: string;
  body: string;
}

/** A forge of one pull request, number 7, and of issues, that speaks the API of one of the three. */
interface RunningForge {
  readonly url: string;
  readonly notes: KeptNote[];
  readonly issues: KeptIssue[];
  /** The requests so far, as `METHOD /path?query`. */
  readonly requests: string[];
}

const paths = {
  github: { list: "/repos/acme/access/issues/7/comments", one: "/repos/acme/access/issues/comments/:id" },
  gitlab: { list: "/projects/12/merge_requests/7/notes", one: "/projects/12/merge_requests/7/notes/:id" },
  bitbucket: {
    list: "/repositories/acme/access/pullrequests/7/comments",
    one: "/repositories/acme/access/pullrequests/7/comments/:id",
  },
} as const;

const shapes: Readonly<Record<Speech, (note: KeptNote) => object>> = {
  github: ({ id, author, body }: KeptNote) => ({ id, body, user: { login: author } }),
  gitlab: ({ id, author, body }: KeptNote) => ({ id, body, system: false, author: { id: author === "bot" ? 1 : 2 } }),
  bitbucket: ({ id, author, body }: KeptNote) => ({
    id,
    deleted: false,
    content: { raw: body },
    user: { uuid: `{${author}}` },
  }),
};

const selves = { github: { login: "bot" }, gitlab: { id: 1 }, bitbucket: { uuid: "{bot}" } } as const;

/** Starts a forge that stops with the test; it lets in whoever has `credential` in any header. */
export async function startForge(
  speech: Speech,
  credential: string,
  options: { knowsSelf?: boolean; labels?: boolean } = {},
): Promise<RunningForge> {
  const author = options.knowsSelf === false ? "github-actions[bot]" : "bot";
  const notes: KeptNote[] = [];
  const issues: KeptIssue[] = [];
  const requests: string[] = [];
  const app = new Hono();
  const bodyOf = (sent: { body?: string; content?: { raw: string } }) =>
    (speech === "bitbucket" ? sent.content?.raw : sent.body) ?? "";
  app.use(async (context, next) => {
    const { pathname, search } = new URL(context.req.url);
    requests.push(`${context.req.method} ${pathname}${search}`);
    const headers = Object.values(context.req.header());
    if (!headers.includes(credential)) return context.json({ message: `bad credentials: ${headers.join()}` }, 401);
    await next();
  });
  app.get("/user", (context) =>
    options.knowsSelf === false ? context.json({ message: "not for integrations" }, 403) : context.json(selves[speech]),
  );
  app.get(paths[speech].list, (context) => {
    const size = Number(context.req.query(speech === "bitbucket" ? "pagelen" : "per_page"));
    const page = Number(context.req.query("page"));
    const values = notes.slice((page - 1) * size, page * size).map(shapes[speech]);
    if (speech !== "bitbucket") return context.json(values);
    return context.json({ values, ...(notes.length > page * size ? { next: "http://elsewhere.example/" } : {}) });
  });
  app.post(paths[speech].list, async (context) => {
    notes.push({ id: notes.length + 1, author, body: bodyOf(await context.req.json()) });
    return context.json({}, 201);
  });
  app.on(speech === "github" ? "PATCH" : "PUT", paths[speech].one, async (context) => {
    const note = notes.find(({ id }) => `${id}` === context.req.param("id"));
    if (note === undefined) return context.json({}, 404);
    note.body = bodyOf(await context.req.json());
    return context.json({});
  });
  if (speech === "bitbucket") serveReports(app, author, issues);
  else serveIssues(app, speech, author, issues, options.labels !== false);
  const { port, close } = await listen(0, () => app);
  onTestFinished(close);
  return { url: `http://127.0.0.1:${port}`, notes, issues, requests };
}
