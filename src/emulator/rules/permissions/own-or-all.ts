import type { AccountId } from "../../../model/ids.js";
import type { Call } from "../../route.js";
import type { IssuePlace } from "../find.js";
import { isAllowed } from "./decide-permission.js";

/** What is asked to be done with a part of an issue. */
interface Change {
  readonly verb: "EDIT" | "DELETE";
  readonly parts: "COMMENTS" | "WORKLOGS" | "ATTACHMENTS";
  /** Who wrote the part. */
  readonly author: AccountId;
}

/** Whether the caller may change a part of an issue: anybody's, or as its author one's own. */
export function mayChange(call: Pick<Call, "site" | "subject">, place: IssuePlace, change: Change): boolean {
  const { verb, parts, author } = change;
  const { site, subject } = call;
  if (isAllowed(site, subject, `${verb}_ALL_${parts}`, place)) return true;
  return author === subject.account?.id && isAllowed(site, subject, `${verb}_OWN_${parts}`, place);
}
