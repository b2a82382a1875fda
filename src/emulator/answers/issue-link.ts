import { anonymousSubject } from "../rules/callers/subject.js";
import { type LinkType, linkTypes } from "../rules/issues/link-types.js";
import { findStatus } from "../rules/issues/workflow.js";
import { isAllowed } from "../rules/permissions/decide-permission.js";
import type { SiteIssue, SiteLink } from "../state/issue-state.js";
import type { Viewing } from "./account.js";
import { toIssueType } from "./project.js";
import { toStatus } from "./status.js";

/** A type of links. */
export function toLinkType(url: string, type: LinkType): unknown {
  return { ...type, self: `${url}/rest/api/3/issueLinkType/${type.id}` };
}

/** A link with the issues at both its ends. */
export function toIssueLink(
  url: string,
  { id, type }: SiteLink,
  { inward, outward }: { readonly inward: SiteIssue; readonly outward: SiteIssue },
) {
  return {
    id,
    self: `${url}/rest/api/3/issueLink/${id}`,
    type: linkTypes.filter((one) => one.id === type).map((one) => toLinkType(url, one))[0],
    inwardIssue: toLinkedIssue(url, inward),
    outwardIssue: toLinkedIssue(url, outward),
  };
}

/** The links of an issue, each with the issue at its other end, where the viewer may see that. */
export function toLinksOf({ site, url, subject = anonymousSubject }: Viewing, issue: SiteIssue): unknown[] {
  return site.links.flatMap((link) => {
    const isInward = link.inward === issue.id;
    if (!isInward && link.outward !== issue.id) return [];
    const other = site.issues.find(({ id }) => id === (isInward ? link.outward : link.inward));
    const project = site.projects.find(({ id }) => id === other?.project);
    if (!other || !project || !isAllowed(site, subject, "BROWSE_PROJECTS", { project, issue: other })) return [];
    const { inwardIssue, outwardIssue, ...rest } = toIssueLink(url, link, { inward: other, outward: other });
    return [{ ...rest, ...(isInward ? { outwardIssue } : { inwardIssue }) }];
  });
}

function toLinkedIssue(url: string, { id, key, summary, status, type }: SiteIssue): unknown {
  const fields = { summary, status: toStatus(url, findStatus(status)), issuetype: toIssueType(url, type) };
  return { id, key, self: `${url}/rest/api/3/issue/${id}`, fields };
}
