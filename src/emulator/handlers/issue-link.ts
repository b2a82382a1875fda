import { z } from "zod";
import { toIssueLink, toLinkType } from "../answers/issue-link.js";
import { refuse } from "../refusal.js";
import { type Call, type Route, route, routeWithBody } from "../route.js";
import { findIssue, type IssuePlace } from "../rules/find.js";
import { linkTypes } from "../rules/issues/link-types.js";
import { isAllowed } from "../rules/permissions/decide-permission.js";
import type { SiteLink } from "../state/issue-state.js";
import { takeId } from "../state/state.js";

const named = z.object({ id: z.string().optional(), key: z.string().optional() });

const newLink = z.object({
  type: z.object({ id: z.string().optional(), name: z.string().optional() }),
  inwardIssue: named,
  outwardIssue: named,
});

/** The operations on links between issues. */
export const issueLinkRoutes: readonly Route[] = [
  route({
    operation: "getIssueLinkTypes",
    method: "GET",
    path: "/issueLinkType",
    anonymous: true,
    answer: ({ url }) => ({ status: 200, body: { issueLinkTypes: linkTypes.map((type) => toLinkType(url, type)) } }),
  }),
  routeWithBody(newLink, {
    operation: "linkIssues",
    method: "POST",
    path: "/issueLink",
    anonymous: true,
    answer: (call) => {
      const { site, body } = call;
      const inward = findIssue(call, body.inwardIssue.id ?? body.inwardIssue.key ?? "");
      const outward = findIssue(call, body.outwardIssue.id ?? body.outwardIssue.key ?? "");
      requireRight(call, [outward]);
      const type = linkTypes.find(({ id, name }) => id === body.type.id || name === body.type.name);
      if (!type) throw refuse(404, "There is no such type of link.");
      const link = { type: type.id, inward: inward.issue.id, outward: outward.issue.id };
      const isThere = site.links.some(
        (one) => one.type === link.type && one.inward === link.inward && one.outward === link.outward,
      );
      if (!isThere) site.links.push({ id: String(takeId(site, "link")), ...link });
      return { status: 201 };
    },
  }),
  route({
    operation: "getIssueLink",
    method: "GET",
    path: "/issueLink/:linkId",
    anonymous: true,
    answer: (call) => {
      const link = findLink(call);
      const [inward, outward] = [findIssue(call, link.inward), findIssue(call, link.outward)];
      return { status: 200, body: toIssueLink(call.url, link, { inward: inward.issue, outward: outward.issue }) };
    },
  }),
  route({
    operation: "deleteIssueLink",
    method: "DELETE",
    path: "/issueLink/:linkId",
    anonymous: true,
    answer: (call) => {
      const link = findLink(call);
      requireRight(call, [findIssue(call, link.inward), findIssue(call, link.outward)]);
      call.site.links = call.site.links.filter((other) => other !== link);
      return { status: 204 };
    },
  }),
];

function findLink({ site, param }: Call): SiteLink {
  const link = site.links.find(({ id }) => id === param("linkId"));
  if (link) return link;
  throw refuse(404, `No issue link with id '${param("linkId")}' exists.`);
}

function requireRight({ site, subject }: Call<unknown>, places: readonly IssuePlace[]): void {
  if (places.some((place) => isAllowed(site, subject, "LINK_ISSUES", place))) return;
  throw refuse(404, "You do not have permission to link these issues.");
}
