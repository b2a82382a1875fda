import { z } from "zod";
import { toAttachment } from "../answers/attachment.js";
import { refuse } from "../refusal.js";
import { type Call, type Route, route, routeWithBody } from "../route.js";
import { toJiraTime } from "../rules/clock.js";
import { findCaller, findIssue, type IssuePlace } from "../rules/find.js";
import { isAllowed } from "../rules/permissions/decide-permission.js";
import { mayChange } from "../rules/permissions/own-or-all.js";
import type { SiteAttachment } from "../state/issue-state.js";
import { takeId } from "../state/state.js";

const sentFiles = z.object({
  files: z
    .array(z.object({ filename: z.string(), mimeType: z.string(), size: z.int() }))
    .min(1)
    .max(60),
});

/** The operations on the files at an issue; what is in them is not kept. */
export const attachmentRoutes: readonly Route[] = [
  routeWithBody(sentFiles, {
    operation: "addAttachment",
    method: "POST",
    path: "/issue/:issueIdOrKey/attachments",
    anonymous: true,
    answer: (call) => {
      const { site, subject, body } = call;
      const place = findIssue(call, call.param("issueIdOrKey"));
      if (!isAllowed(site, subject, "CREATE_ATTACHMENTS", place)) {
        throw refuse(403, "You do not have permission to attach files to this issue.");
      }
      const [author, created] = [findCaller(call).id, toJiraTime()];
      const added = body.files.map((file) => ({ ...file, id: takeId(site, "attachment"), author, created }));
      place.issue.attachments.push(...added);
      return { status: 200, body: added.map((one) => ({ ...toAttachment(call, one), id: String(one.id) })) };
    },
  }),
  route({
    operation: "getAttachment",
    method: "GET",
    path: "/attachment/:id",
    anonymous: true,
    answer: (call) => {
      return { status: 200, body: toAttachment(call, findAttachment(call).attachment) };
    },
  }),
  route({
    operation: "removeAttachment",
    method: "DELETE",
    path: "/attachment/:id",
    anonymous: true,
    answer: (call) => {
      const { attachment, place } = findAttachment(call);
      if (!mayChange(call, place, { verb: "DELETE", parts: "ATTACHMENTS", author: attachment.author })) {
        throw refuse(403, `You do not have permission to delete the attachment with the id ${attachment.id}.`);
      }
      place.issue.attachments = place.issue.attachments.filter((other) => other !== attachment);
      return { status: 204 };
    },
  }),
];

function findAttachment(call: Call): { readonly attachment: SiteAttachment; readonly place: IssuePlace } {
  const id = call.param("id");
  for (const issue of call.site.issues) {
    const attachment = issue.attachments.find((one) => String(one.id) === id);
    if (attachment) return { attachment, place: findIssue(call, issue.id) };
  }
  throw refuse(404, `The attachment with the id ${id} does not exist.`);
}
