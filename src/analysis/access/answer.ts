import type { PermissionKey } from "../../model/grant.js";
import type { HeldPermissions } from "../../model/held-permissions.js";
import type { AccountId } from "../../model/ids.js";
import type { Project } from "../../model/project.js";
import type { Verdict } from "../../model/verdict.js";
import type { AccessIndex } from "./access-index.js";
import { deciderOf } from "./effective-permissions.js";

/** What the engine and the site say about one permission of an account in one project. */
export interface Answer {
  readonly project: Pick<Project, "id" | "key" | "name">;
  readonly permission: PermissionKey;
  readonly verdict: Verdict;
  /** Whether the site says that it is held where no issue is named. */
  readonly siteSays: boolean;
}

/** The answers for an account in every project that was read, project by project in the order of their keys. */
export function answerAll(
  index: AccessIndex,
  account: AccountId,
  permissions: readonly PermissionKey[],
  held: HeldPermissions,
): readonly Answer[] {
  const projects = [...index.site.projects.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
  return projects.flatMap(({ id, key, name }) => {
    const decide = deciderOf(index, { account, project: id });
    return permissions.map((permission) => ({
      project: { id, key, name },
      permission,
      verdict: decide(permission),
      siteSays: held.inProjects.get(permission)?.has(id) === true,
    }));
  });
}

/** Whether engine and site contradict each other: the site knows something that the model does not, or forbids more. */
export function isContradiction({ verdict, siteSays }: Answer): boolean {
  if (verdict.outcome === "allowed") return !siteSays;
  return verdict.outcome === "denied" && siteSays && verdict.paths.length === 0;
}
