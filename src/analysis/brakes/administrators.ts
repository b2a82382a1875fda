import type { Holder } from "../../model/holder.js";
import { appRoleName } from "../../model/project-role.js";

/** The permission without which nobody can look after a project. */
export const administer = "ADMINISTER_PROJECTS";

/** All who are granted ADMINISTER_PROJECTS in a list of grants. */
export function administratorsIn<H extends Holder>(
  grants: readonly { readonly permission: string; readonly holder: H }[],
): H[] {
  return grants.flatMap(({ permission, holder }) => (permission === administer ? holder : []));
}

/** Why a holder never stands for anybody who could look after a project; undefined where it may. */
export function vacancyOf({ type, name }: Holder): string | undefined {
  const isOfIssues = ["assignee", "reporter", "userCustomField", "groupCustomField", "sd.customer.portal.only"];
  if (isOfIssues.includes(type)) return "counts on single issues only";
  return type === "projectRole" && name === appRoleName ? "which only apps have" : undefined;
}
