import { z } from "zod";
import type { Site } from "../trial/site.js";

/** One thing that an account tried, and whether Jira let it. */
export interface Attempt {
  readonly account: string;
  readonly what: string;
  readonly status: number;
  readonly expected: readonly number[];
}

/** Tries over HTTP, as the integration users themselves, what they may do and what they must not. */
export async function tryAsIntegrationUsers(site: Site): Promise<readonly Attempt[]> {
  const bot = (what: string, method: string, path: string, expected: readonly number[], body?: unknown) =>
    attempt(site, "release-notes", what, method, path, expected, body);
  const triage = (what: string, method: string, path: string, expected: readonly number[], body?: unknown) =>
    attempt(site, "triage", what, method, path, expected, body);

  const comment = await bot("comment on PAY-1", "POST", "/rest/api/3/issue/PAY-1/comment", [201], {
    body: paragraph("Released in 4.2"),
  });
  const { id } = z.object({ id: z.string() }).catch({ id: "0" }).parse(comment.body);
  return [
    await bot("browse PAY-1", "GET", "/rest/api/3/issue/PAY-1", [200]),
    comment,
    await bot("delete its own comment", "DELETE", `/rest/api/3/issue/PAY-1/comment/${id}`, [400, 403]),
    await bot("delete PAY-1", "DELETE", "/rest/api/3/issue/PAY-1", [403]),
    await bot("see HR-1", "GET", "/rest/api/3/issue/HR-1", [404]),
    await triage("create an issue in OPS", "POST", "/rest/api/3/issue", [201], newIssue("OPS")),
    await triage("move OPS-1 on", "POST", "/rest/api/3/issue/OPS-1/transitions", [204], { transition: { id: "21" } }),
    await triage("delete OPS-1", "DELETE", "/rest/api/3/issue/OPS-1", [403]),
    await triage("see PAY-1", "GET", "/rest/api/3/issue/PAY-1", [404]),
  ];
}

/** Whether an account holds a permission in a project, as Jira itself answers it. */
export async function holds(site: Site, account: string, permission: string, project: string): Promise<boolean> {
  const path = `/rest/api/3/mypermissions?projectKey=${project}&permissions=${permission}`;
  const { body } = await site.ask(account, "GET", path);
  const answer = z.object({ permissions: z.record(z.string(), z.object({ havePermission: z.boolean() })) }).parse(body);
  return answer.permissions[permission]?.havePermission === true;
}

async function attempt(
  site: Site,
  account: string,
  what: string,
  method: string,
  path: string,
  expected: readonly number[],
  sent?: unknown,
): Promise<Attempt & { readonly body: unknown }> {
  const { status, body } = await site.ask(account, method, path, sent);
  return { account, what, status, expected, body };
}

function newIssue(project: string): object {
  return { fields: { project: { key: project }, summary: "Disk is filling up", issuetype: { name: "Task" } } };
}

function paragraph(text: string): object {
  return { type: "doc", version: 1, content: [{ type: "paragraph", content: [{ type: "text", text }] }] };
}
