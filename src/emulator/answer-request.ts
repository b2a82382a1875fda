import type { Context } from "hono";
import { readBody } from "./read-body.js";
import type { Refusal } from "./refusal.js";
import { type Answer, answerCall, type Call, type Route } from "./route.js";
import { authenticate, type Door } from "./rules/callers/authenticate.js";
import { checkScopes } from "./rules/callers/check-scopes.js";
import { anonymousSubject, describeSubject } from "./rules/callers/subject.js";
import { currentIssueKey } from "./rules/change-project.js";
import { keepAppAccess } from "./rules/people/app-access.js";
import { nameSubjectMatter, recordChange } from "./rules/record-change.js";
import type { World } from "./state/world.js";

/** One request of an operation, and the way by which it comes. */
export interface Arrival {
  readonly context: Context;
  readonly door: Door;
  /** What stands before `/rest/api/3` in the path. */
  readonly prefix: string;
}

/**
 * Answers a request of an operation: checks the token, its scopes and the limits, and does what is asked.
 * @throws Refusal with whatever the site says instead.
 */
export async function answerRequest(world: World, route: Route, arrival: Arrival): Promise<Response> {
  const { context, door, prefix } = arrival;
  const body = await readBody(context.req.raw);
  const caller = authenticate(world.site, context.req.header("authorization"), door);
  if (caller?.scopes) checkScopes(route.operation, caller.scopes);
  const param = (name: string) => context.req.param(name) ?? "";
  const headers = world.site.limits ? world.limits.count(route, findChangedIssue(world, route, param)) : {};
  const site = (isRead(route) ? world.takeStale(context.req.method, context.req.path) : undefined) ?? world.site;
  const subject = caller ? describeSubject(site, caller.account) : anonymousSubject;
  const { origin, searchParams: query } = new URL(context.req.url);
  const answer = perform(world, route, { site, subject, param, query, body, url: `${origin}${prefix}` });
  return toResponse(answer, headers);
}

/** The response that an answer is; without a body it is the status alone. */
export function toResponse({ status, body }: Answer, headers: Readonly<Record<string, string>> = {}): Response {
  return body === undefined ? new Response(null, { status, headers }) : Response.json(body, { status, headers });
}

/** The response that says why something was refused. */
export function toRefusalResponse({ status, body, headers }: Refusal): Response {
  return typeof body === "string" ? new Response(body, { status, headers }) : toResponse({ status, body }, headers);
}

function perform(world: World, route: Route, call: Call<unknown>): Answer {
  if (isRead(route)) return answerCall(route, call);
  return world.write(() => {
    const name = nameSubjectMatter(call);
    const answer = answerCall(route, call);
    recordChange(route, call, name);
    keepAppAccess(call.site);
    return answer;
  });
}

function isRead({ operation, method }: Route): boolean {
  return method === "GET" || operation === "getBulkPermissions";
}

function findChangedIssue({ site }: World, route: Route, param: (name: string) => string): string | undefined {
  if (isRead(route) || !route.path.includes(":issueIdOrKey")) return undefined;
  const named = param("issueIdOrKey");
  const key = currentIssueKey(site, named);
  return site.issues.find((issue) => issue.id === named || issue.key === key)?.id;
}
