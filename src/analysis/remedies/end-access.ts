import type { AccessPath } from "../../model/access-path.js";
import type { Remedy } from "../../model/remedy.js";
import type { ProjectAccess } from "../../model/site-access.js";
import type { AccessIndex } from "../access/access-index.js";
import { decide, type Question } from "../access/effective-permissions.js";
import { remediedIndex } from "./apply-remedies.js";
import { smallestHits } from "./smallest-hits.js";

/**
 * The smallest sets of changes on the paths of a permission after which an account does not have it in a project any
 * more; no part of a set is enough. Changes elsewhere, such as deactivating the account, are not among them.
 */
export function endAccess(index: AccessIndex, question: Question): readonly Remedy[][] {
  const { site } = index;
  const project = site.projects.get(question.project);
  const { paths, outcome } = decide(index, question);
  if (project === undefined || paths.length === 0 || outcome === "denied") return [];
  const cuts = paths.map((path) => cutsOf(index, path, question.permission, project));
  return smallestHits<Remedy>(cuts, JSON.stringify).map((changes) => leaveOut(index, question, changes));
}

/** The changes without those that the rest does not need, as when leaving a group ends the licence too. */
function leaveOut(index: AccessIndex, question: Question, changes: readonly Remedy[]): Remedy[] {
  return changes.reduce(
    (kept, change) => {
      const rest = kept.filter((one) => one !== change);
      return decide(remediedIndex(index, question.account, rest), question).outcome === "denied" ? rest : kept;
    },
    [...changes],
  );
}

/** The single changes that close one path: of the account, of the group on the way, or of the grant. */
function cutsOf({ site }: AccessIndex, path: AccessPath, permission: string, project: ProjectAccess): Remedy[] {
  const { way, scheme, grant: id } = path;
  const grant = site.schemes.get(scheme.id)?.grants.find((one) => one.id === id);
  if (grant === undefined) return [];
  const { holder, holderId } = grant;
  const named = { holder, ...(holderId === undefined ? {} : { holderId }) };
  const removal: Remedy = { kind: "remove-grant", scheme, grant: id, permission, ...named };
  const place = { id: project.id, key: project.key };
  switch (way.kind) {
    case "group":
    case "licence":
      return [{ kind: "leave-group", group: way.group }, removal];
    case "role": {
      const { role, group } = way;
      if (group === undefined) return [{ kind: "leave-role", project: place, role }, removal];
      return [{ kind: "leave-group", group }, { kind: "take-group-out-of-role", project: place, role, group }, removal];
    }
    case "lead":
      return [{ kind: "change-lead", project: place }, removal];
    default:
      return [removal];
  }
}
