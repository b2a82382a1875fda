import type { IssuePlace, IssueText } from "./forge.js";

/** What was done about an issue. */
export type KeptIssue = "opened" | "reopened" | "updated" | "closed" | "left as it is";

/**
 * Brings the one issue about a subject to what it should say: opened at the first finding, closed when there is none
 * any more, and opened again when something is found later.
 * @throws ForgeError
 */
export async function keepIssue(place: IssuePlace, wanted: IssueText): Promise<KeptIssue> {
  const found = await place.find();
  if (found === undefined) {
    if (!wanted.isOpen) return "left as it is";
    await place.create(wanted);
    return "opened";
  }
  const isSame = found.isOpen === wanted.isOpen && found.body === wanted.body.trimEnd();
  if (isSame || !(found.isOpen || wanted.isOpen)) return "left as it is";
  await place.update(found, wanted);
  if (found.isOpen === wanted.isOpen) return "updated";
  return wanted.isOpen ? "reopened" : "closed";
}
