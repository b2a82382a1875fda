import { indexAccess } from "../../analysis/access/access-index.js";
import { type Answer, answerAll } from "../../analysis/access/answer.js";
import { decideLevels, type LevelVerdict } from "../../analysis/access/security-levels.js";
import { describeSubject } from "../../analysis/access/subject.js";
import { type Collateral, findCollateral } from "../../analysis/remedies/collateral.js";
import { endAccess } from "../../analysis/remedies/end-access.js";
import { grantAccess } from "../../analysis/remedies/grant-access.js";
import { type RankedRemedies, rankRemedies } from "../../analysis/remedies/rank-remedies.js";
import { needsOf } from "../../catalogue/permissions.js";
import { countCalls } from "../../client/count-calls.js";
import { createDirectory, type Directory } from "../../client/directory.js";
import { checkPermissions } from "../../client/permission.js";
import { JiraError } from "../../errors.js";
import { type AccessQuestion, observeAccess } from "../../live/observe-access.js";
import { type Fellows, observeFellows } from "../../live/observe-fellows.js";
import { unknownProject } from "../../live/unknown-project.js";
import type { PermissionKey } from "../../model/grant.js";
import type { AccountAccess } from "../../model/site-access.js";
import { findAccount, unknownAccount } from "./find-account.js";
import { findPermissions } from "./find-permissions.js";
import { type RequestCount, tallyRequests } from "./tally-requests.js";

/** What people ask: everything of an account, or one permission, everywhere or in one project. */
export interface ExplainQuestion {
  readonly account: string;
  readonly permission?: PermissionKey | undefined;
  readonly project?: string | undefined;
  readonly stack?: string | undefined;
}

/** What an account may do and why. */
export interface Explanation {
  readonly site: string;
  readonly asked: ExplainQuestion;
  readonly account: AccountAccess;
  /** The names of its groups and products. */
  readonly groups: readonly string[];
  readonly products: readonly string[];
  /** The global permissions that the site says it has. */
  readonly global: readonly PermissionKey[];
  readonly answers: readonly Answer[];
  /** The security levels by project; projects without any are left out. */
  readonly levels: ReadonlyMap<string, readonly LevelVerdict[]>;
  /** About one permission in one project: what would end it or grant it, and what leads to it. */
  readonly closely?: Closely;
  readonly requests: readonly RequestCount[];
}

/** What is told about one permission in one project beside the paths. */
export interface Closely {
  readonly endedBy: readonly RankedRemedies[];
  readonly grantedBy: readonly RankedRemedies[];
  readonly memberships: readonly (Collateral & { readonly fellows: Fellows })[];
}

/**
 * Asks the site and the engine what an account may do and why. Needs what `observeAccess` needs.
 * @throws JiraError, also for unknown names, with the nearest one.
 */
export async function explainAccess(given: Directory, asked: ExplainQuestion): Promise<Explanation> {
  const { client, calls } = countCalls(given.client);
  const directory = createDirectory(client);
  const [id, permissions] = await Promise.all([
    findAccount(directory, asked.account, asked.stack),
    findPermissions(directory, asked.permission),
  ]);
  const question = toQuestion(asked, id, permissions.inProjects);
  const site = await observeAccess(directory, question);
  const account = site.accounts.get(id);
  if (account === undefined) throw unknownAccount(asked.account, [], []);
  if (asked.project !== undefined && site.projects.size === 0) {
    throw unknownProject(asked.project, (await directory.projects.all()).values());
  }
  const inProjects = permissions.inProjects;
  const projects = inProjects.length === 0 ? [] : [...site.projects.keys()];
  const held = await checkPermissions(client, { account: id, global: permissions.global, inProjects, projects });
  const index = indexAccess({ ...site, globalPermissions: new Map([[id, held.global]]) });
  const answers = answerAll(index, id, inProjects, held);
  const [only] = answers;
  const closely =
    asked.permission === undefined || asked.project === undefined || only === undefined
      ? undefined
      : await lookClosely(directory, index, id, only);
  const fellows = closely?.memberships.length ?? 0;
  return {
    site: client.site,
    asked,
    account,
    groups: [...account.groups].map((group) => site.groups.get(group)?.name ?? group).sort(),
    products: describeSubject(site, account).products.map(({ name }) => name),
    global: [...held.global].sort(),
    answers,
    levels: new Map(
      [...site.projects.values()].flatMap(({ id: project, key }) => {
        const levels = decideLevels(index, { account: id, project }) ?? [];
        return levels.length === 0 ? [] : [[key, levels] as const];
      }),
    ),
    ...(closely === undefined ? {} : { closely }),
    requests: tallyRequests(calls, question, site, fellows),
  };
}

function toQuestion(
  { permission, project }: ExplainQuestion,
  id: string,
  inProjects: readonly PermissionKey[],
): AccessQuestion {
  if (permission !== undefined && inProjects.length === 0) {
    if (project === undefined) return { accounts: [id], projects: [] };
    throw new JiraError("invalid", `${permission} is a global permission: ask without a project`);
  }
  if (project !== undefined) return { accounts: [id], projects: [project] };
  if (permission === undefined) return { accounts: [id], projects: "all" };
  return { accounts: [id], projects: "all", permissions: [permission, ...needsOf(permission)] };
}

async function lookClosely(
  directory: Directory,
  index: ReturnType<typeof indexAccess>,
  account: string,
  { project: { id }, permission, verdict }: Answer,
): Promise<Closely> {
  const question = { account, project: id, permission };
  const project = index.site.projects.get(id);
  const memberships = project === undefined ? [] : findCollateral(index, project, verdict.paths);
  const withFellows = memberships.map(async (membership) => ({
    ...membership,
    fellows: await observeFellows(directory.client, membership.of, project),
  }));
  return {
    endedBy: rankRemedies(index, question, endAccess(index, question)),
    grantedBy: rankRemedies(index, question, grantAccess(index, question)),
    memberships: await Promise.all(withFellows),
  };
}
