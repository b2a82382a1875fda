import type { PermissionKey } from "../../model/grant.js";
import type { ProjectId } from "../../model/ids.js";
import { type Remedy, touchesOthers } from "../../model/remedy.js";
import type { AccessIndex } from "../access/access-index.js";
import { decide, type Question } from "../access/effective-permissions.js";
import { remediedIndex } from "./apply-remedies.js";

/** What else a set of changes does to the account, in the projects that were read. */
export interface RankedRemedies {
  readonly changes: readonly Remedy[];
  /** Whether others may feel them. */
  readonly touchesOthers: boolean;
  /** Permissions that become more or less than they were, beside the one that was asked about. */
  readonly besides: readonly { readonly project: ProjectId; readonly permission: PermissionKey }[];
}

/** Sets of changes with what else they do: those that only the account feels first, then those that do least. */
export function rankRemedies(
  index: AccessIndex,
  question: Question,
  sets: readonly (readonly Remedy[])[],
): readonly RankedRemedies[] {
  return sets
    .map((changes) => ({
      changes,
      touchesOthers: changes.some(touchesOthers),
      besides: findBesides(index, question, changes),
    }))
    .sort((a, b) => Number(a.touchesOthers) - Number(b.touchesOthers) || a.besides.length - b.besides.length);
}

function findBesides(index: AccessIndex, question: Question, changes: readonly Remedy[]) {
  const { account } = question;
  const changed = remediedIndex(index, account, changes);
  return [...index.site.projects.values()].flatMap(({ id: project, scheme = "" }) => {
    const granted = [...(index.grants.get(scheme)?.keys() ?? []), ...(changed.grants.get(scheme)?.keys() ?? [])];
    return [...new Set(granted)]
      .filter((permission) => project !== question.project || permission !== question.permission)
      .filter((permission) => {
        const asked = { account, project, permission };
        return decide(index, asked).outcome !== decide(changed, asked).outcome;
      })
      .map((permission) => ({ project, permission }));
  });
}
