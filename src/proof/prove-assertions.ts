import { indexAccess } from "../analysis/access/access-index.js";
import { decide, decideGlobal, type Question } from "../analysis/access/effective-permissions.js";
import { type JudgedAssertion, judgeAssertions } from "../analysis/findings/judge-assertions.js";
import { needsOf } from "../catalogue/permissions.js";
import type { Directory } from "../client/directory.js";
import { checkPermissions } from "../client/permission.js";
import { observeAccess } from "../live/observe-access.js";
import type { Assertion } from "../model/assertion.js";
import type { HeldPermissions } from "../model/held-permissions.js";
import type { AccountId, ProjectId } from "../model/ids.js";
import type { Verdict } from "../model/verdict.js";
import { projectsByKey } from "./projects-by-key.js";

/**
 * Judges assertions on the site: it is asked what the accounts hold, and what gives it is read. Where the two differ, the
 * site's word goes. Accounts and projects that it does not show leave an assertion open. Needs ADMINISTER.
 * @throws JiraError
 */
export async function proveAssertions(
  directory: Directory,
  assertions: readonly Assertion[],
): Promise<readonly JudgedAssertion[]> {
  if (assertions.length === 0) return [];
  const keys = [...new Set(assertions.flatMap(({ project = [] }) => project))];
  const [accounts, projects] = await Promise.all([findAccounts(directory, assertions), projectsByKey(directory, keys)]);
  const ids = keys.flatMap((key) => projects.get(key) ?? []);
  const held = await askFor(directory, assertions, accounts, ids);
  const permissions = [...new Set(assertions.flatMap(({ permission }) => [permission, ...needsOf(permission)]))];
  const site = await observeAccess(directory, { accounts: [...accounts.values()], projects: keys, permissions, held });
  const index = indexAccess(site);
  return judgeAssertions(
    assertions,
    { account: (text) => accounts.get(text), project: (key) => projects.get(key) },
    {
      decide: (question) => correct(decide(index, question), question, held.get(question.account)),
      decideGlobal: (account, permission) => decideGlobal(index, account, permission),
    },
  );
}

async function findAccounts(
  { accounts }: Directory,
  assertions: readonly Assertion[],
): Promise<ReadonlyMap<string, AccountId>> {
  const texts = [...new Set(assertions.map(({ account }) => account))];
  const found = await Promise.all(texts.map((text) => accounts.load(text)));
  return new Map(
    texts.flatMap((text, index) => (found[index] === undefined ? [] : [[text, found[index].id] as const])),
  );
}

/** What the site says that each account holds of what is asserted about it. */
async function askFor(
  { client }: Directory,
  assertions: readonly Assertion[],
  accounts: ReadonlyMap<string, AccountId>,
  projects: readonly ProjectId[],
): Promise<ReadonlyMap<AccountId, HeldPermissions>> {
  const asked = [...accounts].map(async ([text, account]) => {
    const about = assertions.filter((one) => one.account === text);
    const keysOf = (isGlobal: boolean) => [
      ...new Set(about.flatMap(({ permission, project }) => ((project === undefined) === isGlobal ? permission : []))),
    ];
    const inProjects = keysOf(false);
    const question = { account, global: keysOf(true), inProjects, projects: inProjects.length === 0 ? [] : projects };
    return [account, await checkPermissions(client, question)] as const;
  });
  return new Map(await Promise.all(asked));
}

/** The verdict of what was read, or what the site says where that is something else. */
function correct(verdict: Verdict, { permission, project }: Question, held: HeldPermissions | undefined): Verdict {
  const isHeld = held?.inProjects.get(permission)?.has(project) ?? false;
  if (isHeld) return verdict.outcome === "conditional" ? verdict : { outcome: "allowed", paths: verdict.paths };
  if (verdict.outcome !== "allowed" && verdict.outcome !== "unknown") return verdict;
  return { outcome: "denied", paths: verdict.paths, missing: [] };
}
