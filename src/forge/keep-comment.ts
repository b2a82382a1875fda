import type { PullRequest } from "./forge.js";

/** The one comment about a subject, as it should stand. */
export interface KeptComment {
  /** What it is about; there is one comment of this account for each subject. */
  readonly subject: string;
  readonly body: string;
  /** Whether one is made where there is none yet. */
  readonly isMade: boolean;
}

/** What was done about it. */
export type Kept = "created" | "updated" | "left as it is";

/**
 * Brings the one comment about a subject to what it should say. It is known by a hidden line and by its author: what
 * somebody else wrote is never touched, whatever line is in it.
 * @throws ForgeError
 */
export async function keepComment(pullRequest: PullRequest, { subject, body, isMade }: KeptComment): Promise<Kept> {
  const marker = markerOf(subject);
  const wanted = `${body}\n\n${marker}`;
  const own = (await pullRequest.list()).find((comment) => {
    return comment.isOwn && comment.body.trimEnd().split(/\r?\n/).at(-1) === marker;
  });
  if (own === undefined) {
    if (!isMade) return "left as it is";
    await pullRequest.create(wanted);
    return "created";
  }
  if (own.body.replaceAll("\r\n", "\n").trimEnd() === wanted) return "left as it is";
  await pullRequest.update(own.id, wanted);
  return "updated";
}

/** How long a body may be so that its hidden line fits too. */
export function roomFor(subject: string, { mostCharacters }: Pick<PullRequest, "mostCharacters">): number {
  return mostCharacters - markerOf(subject).length - "\n\n".length;
}

/** A link that nothing refers to, which every Markdown hides, also where it shows comments of HTML. */
function markerOf(subject: string): string {
  const text = encodeURIComponent(subject).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return `[//]: # (jira-access preview ${text})`;
}
