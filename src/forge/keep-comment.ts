import type { PullRequest } from "./forge.js";
import { markerOf, roomBeside, withMarker, withoutMarker } from "./marker.js";

/** The one comment about a subject, as it should stand. */
export interface KeptComment {
  /** What it is about; there is one comment of this account for each subject. */
  readonly subject: string;
  /** What it should say, by what it says now; undefined where there is none yet. */
  readonly write: (before: string | undefined) => string;
  /** Whether one is made where there is none yet. */
  readonly isMade: boolean;
}

/** What was done about it. */
export type Kept = "created" | "updated" | "left as it is";

const verb = "preview";

/**
 * Brings the one comment about a subject to what it should say. It is known by a hidden line and by its author: what
 * somebody else wrote is never touched, whatever line is in it.
 * @throws ForgeError
 */
export async function keepComment(pullRequest: PullRequest, { subject, write, isMade }: KeptComment): Promise<Kept> {
  const marker = markerOf(verb, subject);
  const found = (await pullRequest.list()).flatMap(({ id, isOwn, body: whole }) => {
    const before = isOwn ? withoutMarker(whole, marker) : undefined;
    return before === undefined ? [] : [{ id, before }];
  });
  const [own] = found;
  if (own === undefined) {
    if (!isMade) return "left as it is";
    await pullRequest.create(withMarker(write(undefined), marker));
    return "created";
  }
  const body = write(own.before);
  if (own.before === body.trimEnd()) return "left as it is";
  await pullRequest.update(own.id, withMarker(body, marker));
  return "updated";
}

/** How long a body may be so that its hidden line fits too. */
export function roomFor(subject: string, { mostCharacters }: Pick<PullRequest, "mostCharacters">): number {
  return roomBeside(markerOf(verb, subject), mostCharacters);
}
