import type { IssuePlace } from "../rules/find.js";
import { findStatus, type Transition } from "../rules/issues/workflow.js";
import type { SiteComment, SiteIssue } from "../state/issue-state.js";
import { toGroup, toPerson, type Viewing } from "./account.js";
import { toAttachment } from "./attachment.js";
import { toLinksOf } from "./issue-link.js";
import { toSecurityLevel } from "./issue-security.js";
import { toIssueType, toShortProject } from "./project.js";
import { toStatus } from "./status.js";

/** An issue with the fields that are asked for; without any, or with `*all`, all of them. */
export function toIssue(viewing: Viewing, { issue, project }: IssuePlace, wanted: readonly string[]): unknown {
  const all: Record<string, unknown> = {
    summary: issue.summary,
    description: issue.description ?? null,
    project: toShortProject(viewing, project),
    issuetype: toIssueType(viewing.url, issue.type),
    status: toStatus(viewing.url, findStatus(issue.status)),
    reporter: toPerson(viewing, issue.reporter),
    creator: toPerson(viewing, issue.reporter),
    assignee: issue.assignee === undefined ? null : toPerson(viewing, issue.assignee),
    created: issue.created,
    updated: issue.updated,
    security: viewing.site.securitySchemes
      .flatMap(({ levels }) => levels)
      .filter(({ id }) => id === issue.security)
      .map((level) => toSecurityLevel(viewing.url, level))[0],
    ...toCustomFields(viewing, issue),
    attachment: issue.attachments.map((one) => ({ ...toAttachment(viewing, one), id: String(one.id) })),
    issuelinks: toLinksOf(viewing, issue),
    comment: {
      comments: issue.comments.map((comment) => toComment(viewing, issue, comment)),
      self: `${viewing.url}/rest/api/3/issue/${issue.id}/comment`,
      maxResults: issue.comments.length,
      total: issue.comments.length,
      startAt: 0,
    },
  };
  return {
    expand: "renderedFields,names,schema,operations,editmeta,changelog,versionedRepresentations",
    id: issue.id,
    self: `${viewing.url}/rest/api/3/issue/${issue.id}`,
    key: issue.key,
    fields: Object.fromEntries(Object.entries(all).filter(([name]) => isWanted(name, wanted))),
  };
}

/** A comment of an issue. */
export function toComment(viewing: Viewing, issue: SiteIssue, comment: SiteComment): unknown {
  return {
    self: `${viewing.url}/rest/api/3/issue/${issue.id}/comment/${comment.id}`,
    id: comment.id,
    author: toPerson(viewing, comment.author),
    body: comment.body,
    updateAuthor: toPerson(viewing, comment.updateAuthor),
    created: comment.created,
    updated: comment.updated,
    jsdPublic: true,
  };
}

/** A transition of an issue. */
export function toTransition(url: string, { id, name, to }: Transition): unknown {
  const flags = { hasScreen: false, isGlobal: true, isInitial: false, isAvailable: true, isConditional: false };
  return { id, name, to: toStatus(url, to), ...flags, looped: false };
}

function toCustomFields(viewing: Viewing, issue: SiteIssue): Record<string, unknown> {
  const entries = viewing.site.customFields.map(({ id, holds }) => {
    const ids = issue.fields[id] ?? [];
    if (ids.length === 0) return [id, null] as const;
    if (holds === "users") return [id, ids.map((one) => toPerson(viewing, one))] as const;
    const groups = viewing.site.groups.filter((group) => ids.includes(group.id));
    return [id, groups.map((group) => toGroup(viewing.url, group))] as const;
  });
  return Object.fromEntries(entries);
}

function isWanted(name: string, wanted: readonly string[]): boolean {
  if (wanted.includes(`-${name}`)) return false;
  const named = wanted.filter((one) => !one.startsWith("-"));
  return named.length === 0 || named.includes("*all") || named.includes("*navigable") || named.includes(name);
}
