import type { PullRequest } from "../../forge/forge.js";
import { type Kept, keepComment, roomFor } from "../../forge/keep-comment.js";
import { type AccessPreview, isWorthTelling } from "../../model/preview.js";
import { writeComment } from "../../report/preview/write-comment.js";

/**
 * Brings the one comment about a stack on a pull request to what its preview says; where nothing changes access any more
 * it says so, and with `isQuiet` none is made for that.
 * @throws ForgeError
 */
export function postPreview(pullRequest: PullRequest, preview: AccessPreview, isQuiet: boolean): Promise<Kept> {
  const { owner } = preview;
  const mostCharacters = roomFor(owner, pullRequest);
  const form = { mostCharacters, folds: pullRequest.folds };
  return keepComment(pullRequest, {
    subject: owner,
    write: (before) => writeComment(preview, form, before),
    isMade: isWorthTelling(preview) || !isQuiet,
  });
}
