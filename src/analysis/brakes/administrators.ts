import { countsOnIssuesOnly, type Holder } from "../../model/holder.js";
import { isAppRole } from "../../model/project-role.js";

/** The permission without which nobody can look after a project. */
export const administer = "ADMINISTER_PROJECTS";

/** All who are granted ADMINISTER_PROJECTS in a list of grants. */
export function administratorsIn<H extends Holder>(
  grants: readonly { readonly permission: string; readonly holder: H }[],
): H[] {
  return grants.flatMap(({ permission, holder }) => (permission === administer ? holder : []));
}

/** Why a holder never stands for anybody who could look after a project; undefined where it may. */
export function vacancyOf(holder: Holder): string | undefined {
  if (countsOnIssuesOnly(holder)) return "counts on single issues only";
  return isAppRole(holder) ? "which only apps have" : undefined;
}
