import { describeRemedy } from "../../analysis/remedies/describe-remedy.js";
import { endAccess } from "../../analysis/remedies/end-access.js";
import { rankRemedies } from "../../analysis/remedies/rank-remedies.js";
import { element } from "../element.js";
import type { Survey } from "../survey.js";
import type { Reason } from "./reasons.js";

/** What would end a permission, in the first of the projects where it is held alike; worked out when it is opened. */
export function drawRemedies(
  survey: Survey,
  account: number,
  permission: string,
  reason: Reason,
): HTMLElement | undefined {
  const project = survey.projects[reason.projects[0] ?? -1];
  const id = survey.accounts[account]?.account.id;
  if (reason.paths.length === 0 || reason.outcome === "denied" || project === undefined || id === undefined)
    return undefined;
  const list = element("ul");
  const details = element(
    "details",
    {},
    element("summary", {}, `The smallest changes that end it in ${project.key}`),
    list,
  );
  details.addEventListener("toggle", () => {
    const { index } = survey.now;
    const question = { account: id, project: project.id, permission };
    const remedies = rankRemedies(index, question, endAccess(index, question));
    list.replaceChildren(
      ...remedies.map(({ changes, besides, touchesOthers }) => {
        const more = [
          besides.length === 0 ? "changes nothing else" : `changes ${besides.length} other permissions`,
          touchesOthers ? "others may feel it" : "",
        ];
        return element(
          "li",
          {},
          `${changes.map(describeRemedy).join(", and ")} (${more.filter((part) => part !== "").join("; ")})`,
        );
      }),
    );
  });
  return details;
}
