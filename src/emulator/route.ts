import type { z } from "zod";
import type { OperationName } from "../catalogue/operation-fact.js";
import { Refusal, refuse, refuseUnauthenticated } from "./refusal.js";
import { hasGlobalPermission, type Subject } from "./rules/callers/subject.js";
import type { Site } from "./state/state.js";

/** The request of one operation, as its handler sees it. */
export interface Call<Body = undefined> {
  readonly site: Site;
  readonly subject: Subject;
  /** The value of a named part of the path. */
  readonly param: (name: string) => string;
  readonly query: URLSearchParams;
  readonly body: Body;
  /** The address under which the caller reached the site; links in answers begin with it. */
  readonly url: string;
}

/** What an operation answers; without a body nothing is sent but the status. */
export interface Answer {
  readonly status: number;
  readonly body?: unknown;
}

/** One operation of Jira's API. */
export interface Route {
  /** The operationId in Atlassian's OpenAPI document. */
  readonly operation: OperationName;
  readonly method: "GET" | "POST" | "PUT" | "DELETE";
  /** The path below `/rest/api/3`, with `:name` for its variable parts. */
  readonly path: string;
  /** Whether callers who are not logged in, or have no product, are served. */
  readonly anonymous: boolean;
  /** Global permissions of which the caller needs one; the refusal is 403. */
  readonly needs?: readonly string[];
  readonly answer: (call: Call<unknown>) => Answer;
}

type Declaration<Body> = Omit<Route, "answer" | "anonymous"> & {
  readonly anonymous?: boolean;
  readonly answer: (call: Call<Body>) => Answer;
};

/** Declares an operation that takes no body. */
export function route(declaration: Declaration<undefined>): Route {
  const { anonymous = false, answer } = declaration;
  return { ...declaration, anonymous, answer: (call) => answer({ ...call, body: undefined }) };
}

/** Declares an operation whose body must match the schema; another body is refused with 400. */
export function routeWithBody<Body>(schema: z.ZodType<Body>, declaration: Declaration<Body>): Route {
  const { anonymous = false, answer } = declaration;
  return { ...declaration, anonymous, answer: (call) => answer({ ...call, body: parseBody(schema, call.body) }) };
}

/**
 * Answers a call after checking that the caller may make it.
 * @throws Refusal with whatever the site says instead.
 */
export function answerCall(route: Route, call: Call<unknown>): Answer {
  const { site, subject } = call;
  if (!route.anonymous && !subject.hasAccess) throw refuseUnauthenticated();
  const { needs } = route;
  if (needs && !needs.some((key) => hasGlobalPermission(site, subject, key))) throw refuse(403, describeNeed(route));
  return route.answer(call);
}

function describeNeed({ needs, path }: Route): string {
  if (!needs?.includes("USER_PICKER")) return "Only Jira administrators can perform this operation.";
  const what = path.startsWith("/group") ? "groups" : "users";
  return `Browse users and groups permission is required to view ${what}.`;
}

function parseBody<Body>(schema: z.ZodType<Body>, body: unknown): Body {
  const result = schema.safeParse(body);
  if (result.success) return result.data;
  const errors = result.error.issues.map((issue) => [issue.path.join(".") || "body", issue.message] as const);
  throw new Refusal(400, { errorMessages: [], errors: Object.fromEntries(errors) });
}
