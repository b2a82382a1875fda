import type { SiteAttachment } from "../state/issue-state.js";
import { toPerson, type Viewing } from "./account.js";

/** What is known of a file at an issue. */
export function toAttachment(viewing: Viewing, attachment: SiteAttachment) {
  const { id, filename, author, created, size, mimeType } = attachment;
  return {
    self: `${viewing.url}/rest/api/3/attachment/${id}`,
    id,
    filename,
    author: toPerson(viewing, author),
    created,
    size,
    mimeType,
    content: `${viewing.url}/rest/api/3/attachment/content/${id}`,
  };
}
