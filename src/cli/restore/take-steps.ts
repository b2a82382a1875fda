import type { Backup } from "../../adoption/backup.js";
import { type RestoreStep, schemeNow } from "../../adoption/plan-restore.js";
import { isHiddenPermission } from "../../catalogue/permissions.js";
import type { Directory } from "../../client/directory.js";
import {
  assignPermissionScheme,
  createPermissionScheme,
  updatePermissionScheme,
} from "../../client/permission-scheme.js";
import { setRoleActors } from "../../client/project-role-actors.js";
import { JiraError } from "../../errors.js";
import type { FoundAccess } from "../../model/found-access.js";
import type { SchemeId } from "../../model/ids.js";

/** What became of one step. */
export interface RestoredStep {
  readonly title: string;
  readonly changes: readonly string[];
  /** Why it could not be done; absent where it was. */
  readonly failure?: string;
}

/**
 * Writes the steps of a plan to the site, one after another; a step that fails stops none of those after it.
 * Needs ADMINISTER.
 */
export async function takeSteps(
  directory: Directory,
  backup: Backup,
  now: FoundAccess,
  steps: readonly RestoreStep[],
): Promise<readonly RestoredStep[]> {
  const ids = new Map(backup.schemes.map((scheme) => [scheme.id, schemeNow(scheme, now)?.id]));
  const done: RestoredStep[] = [];
  for (const step of steps) {
    const { title, changes } = step;
    try {
      await takeStep(directory, ids, step);
      done.push({ title, changes });
    } catch (error) {
      if (!(error instanceof JiraError)) throw error;
      done.push({ title, changes, failure: error.message });
    }
  }
  return done;
}

async function takeStep(
  { client }: Directory,
  ids: Map<SchemeId, SchemeId | undefined>,
  step: RestoreStep,
): Promise<void> {
  if (step.kind === "actors") {
    const { users, groups } = step.actors;
    const actors = { users: users.map(({ id }) => id), groups: groups.map(({ id }) => id) };
    await setRoleActors(client, step.project, step.role, actors);
  } else if (step.kind === "association") {
    const scheme = ids.get(step.scheme);
    if (scheme === undefined)
      throw new JiraError("not-found", "its scheme could not be made; mend that, then restore again");
    await assignPermissionScheme(client, step.project, scheme);
  } else {
    const { id, name, description } = step.scheme;
    const grants = step.scheme.grants.filter(({ permission }) => !isHiddenPermission(permission));
    const write = { name, description, grants };
    // Jira adds grants of its own to a new scheme, so that only the second write makes the list exact.
    const target = step.now?.id ?? (await createPermissionScheme(client, write)).id;
    ids.set(id, target);
    await updatePermissionScheme(client, target, write);
  }
}
