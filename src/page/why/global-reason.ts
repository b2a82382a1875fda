import { marks } from "../../model/access-matrix.js";
import { globalMark, type Survey } from "../survey.js";

/** How an account has a permission on the whole site, as far as that can be told. */
export function globalReason(survey: Survey, place: number, permission: string): string {
  const mark = globalMark(survey, place, permission);
  if (mark === marks.unknown) return "The site was not asked about this account.";
  if (mark === marks.denied) return "Denied, as the site says.";
  const { groups } = survey.now.index.site;
  const own = [...(survey.accounts[place]?.account.groups ?? [])].map((id) => groups.get(id)?.name ?? id).sort();
  const through = own.length === 0 ? "" : `; the account is in ${own.join(", ")}`;
  return `Allowed, as the site says. Jira's API does not tell which groups it is granted to${through}.`;
}
