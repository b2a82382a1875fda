import { refuse } from "../../refusal.js";
import type { Call } from "../../route.js";
import { findCaller, type IssuePlace } from "../find.js";
import { decidePermission } from "../permissions/decide-permission.js";

type Searching = Pick<Call<unknown>, "site" | "subject">;

const clause = /^(project|key|issuekey|issue|status|assignee|reporter)\s*(=|in)\s*(.+)$/i;

/**
 * The issues that the caller may see and that a query finds, the newest first. It knows `project`, `key`, `status`,
 * `assignee` and `reporter`, `=` and `in`, joined by AND, and ignores ORDER BY.
 * @throws Refusal with 400 for any other query, and for one that asks for everything.
 */
export function searchIssues(call: Searching, jql: string): readonly IssuePlace[] {
  const { site, subject } = call;
  const restriction = jql.replace(/\border\s+by\b.*$/is, "").trim();
  if (restriction === "") {
    throw refuse(400, "Unbounded JQL queries are not allowed here. Please add a search restriction to your query.");
  }
  const tests = restriction.split(/\s+and\s+/i).map((text) => readClause(call, text.trim()));
  return site.issues
    .flatMap((issue) => {
      const project = site.projects.find(({ id, status }) => id === issue.project && status !== "deleted");
      return project === undefined ? [] : [{ issue, project }];
    })
    .filter((place) => decidePermission(site, subject, "BROWSE_PROJECTS", place).allowed)
    .filter((place) => tests.every((test) => test(place)))
    .reverse();
}

function readClause(call: Searching, text: string): (place: IssuePlace) => boolean {
  const [, field = "", operator = "", rest = ""] = clause.exec(text) ?? [];
  const list = operator.toLowerCase() === "in" ? /^\((.+)\)$/s.exec(rest)?.[1]?.split(",") : [rest];
  if (field === "" || list === undefined) throw refuseQuery(text);
  const wanted = list.map((value) => readValue(call, value.trim()).toLowerCase());
  return (place) => valuesOf(place, field.toLowerCase()).some((value) => wanted.includes(value.toLowerCase()));
}

function readValue(call: Searching, text: string): string {
  if (/^currentUser\(\)$/i.test(text)) return findCaller(call).id;
  const [, , quoted, bare] = /^(?:(["'])(.*)\1|([^\s"'()]+))$/.exec(text) ?? [];
  const value = quoted ?? bare;
  if (value === undefined) throw refuseQuery(text);
  return value;
}

function refuseQuery(text: string) {
  return refuse(400, `The emulator does not understand the JQL '${text}'.`);
}

function valuesOf({ issue, project }: IssuePlace, field: string): readonly string[] {
  if (field === "project") return [project.key, project.id, project.name];
  if (field === "status") return [issue.status];
  if (field === "assignee") return issue.assignee === undefined ? [] : [issue.assignee];
  return field === "reporter" ? [issue.reporter] : [issue.key, issue.id];
}
