import { expect, test } from "vitest";
import { indexAccess } from "../../src/analysis/access/access-index.js";
import { answerAll } from "../../src/analysis/access/answer.js";
import { drawExplanation } from "../../src/cli/explain/draw-explanation.js";
import { drawRequests } from "../../src/cli/explain/draw-requests.js";
import { tallyRequests } from "../../src/cli/explain/tally-requests.js";
import { drawTree } from "../../src/cli/terminal/draw-tree.js";
import { createClient } from "../../src/client/create-client.js";
import { readCredentials, readSettings } from "../../src/client/credentials.js";
import { createDirectory } from "../../src/client/directory.js";
import { countCalls } from "../../src/client/http/count-calls.js";
import { checkPermissions, listPermissions } from "../../src/client/permission.js";
import type { Seed } from "../../src/emulator/seed/seed.js";
import { observeAccess } from "../../src/live/observe-access.js";
import { accountId, startSite } from "../emulator/site.js";
import { takeRequests } from "../helpers/describe-state.js";

const numbers = (count: number) => Array.from({ length: count }, (_, number) => number);
const people = numbers(2000).map((number) => `user${number}@acme.example`);
const admin = "admin@acme.example";
const roles = ["Developers", "Administrators"];

const own = ["EDIT_OWN_COMMENTS", "DELETE_OWN_COMMENTS", "EDIT_OWN_WORKLOGS", "DELETE_OWN_WORKLOGS"];
const daily = [
  "BROWSE_PROJECTS",
  "ADD_COMMENTS",
  "CREATE_ISSUES",
  "EDIT_ISSUES",
  "ASSIGN_ISSUES",
  "LINK_ISSUES",
  ...own,
];
const grave = ["DELETE_ISSUES", "ADMINISTER_PROJECTS", "DELETE_ALL_COMMENTS", "EDIT_ALL_COMMENTS", "MODIFY_REPORTER"];

/** 500 projects, 50 schemes, 2,000 people in 41 groups. */
const large: Seed = {
  applications: { "jira-software": { groups: ["users"] } },
  accounts: [admin, ...people].map((email) => ({ email })),
  groups: {
    users: { members: [admin, ...people] },
    admins: { members: [admin], globalPermissions: ["ADMINISTER", "USER_PICKER"] },
    ...Object.fromEntries(
      numbers(39).map((group) => [`team${group}`, { members: people.filter((_, number) => number % 39 === group) }]),
    ),
  },
  projectRoles: Object.fromEntries(roles.map((role) => [role, {}])),
  permissionSchemes: Object.fromEntries(
    numbers(50).map((scheme) => {
      const everyday = daily.map((key) => [key, [{ projectRole: "Developers" }, { group: `team${scheme % 39}` }]]);
      const rest = grave.map((key) => [key, [{ projectRole: "Administrators" }, "projectLead"]]);
      return [`Scheme ${scheme}`, { grants: Object.fromEntries([...everyday, ...rest]) }];
    }),
  ),
  projects: numbers(500).map((number) => ({
    key: `P${number}`,
    name: `Project ${number}`,
    lead: people[number] ?? admin,
    permissionScheme: `Scheme ${number % 50}`,
    roles: {
      Developers: { groups: [`team${number % 39}`], users: people.slice(number, number + 20) },
      Administrators: { users: [people[number] ?? admin] },
    },
  })),
};

test("on a site of 500 projects, 50 schemes and 2,000 people all is told of an account within a second after loading", async () => {
  const site = await startSite({ seed: large });
  const user = await accountId(site, "user10");
  await takeRequests(site);
  const settings = { JIRA_URL: site.url, JIRA_EMAIL: admin, JIRA_API_TOKEN: "emulator-admin-token" };
  const { client, calls } = countCalls(createClient(readCredentials(readSettings(settings))));
  const question = { accounts: [user], projects: "all" } as const;
  const startMs = performance.now();
  const access = await observeAccess(createDirectory(client), question);
  const known = [...(await listPermissions(client))];
  const [inProjects = [], global = []] = ["project", "global"].map((wanted) =>
    known.flatMap(([key, level]) => (level === wanted ? [key] : [])),
  );
  const projects = [...access.projects.keys()];
  const held = await checkPermissions(client, { account: user, global, inProjects, projects });
  const loadedMs = performance.now();

  const answers = answerAll(indexAccess(access), user, inProjects, held);
  const requests = tallyRequests(calls, question, access, 0);
  const account = access.accounts.get(user);
  if (account === undefined) throw new Error("no account");
  const told = drawTree(
    drawExplanation({
      site: site.url,
      asked: { account: user },
      account,
      groups: [],
      products: [],
      global: [],
      levels: new Map(),
      answers,
      requests,
    }),
  );
  const doneMs = performance.now();

  const sent = await takeRequests(site);
  console.info(`loading ${Math.round(loadedMs - startMs)} ms, answering ${Math.round(doneMs - loadedMs)} ms`);
  console.info(drawRequests(requests));
  expect(doneMs - loadedMs).toBeLessThan(1000);
  expect(answers).toHaveLength(500 * inProjects.length);
  expect(answers.every(({ verdict, siteSays }) => (verdict.outcome === "allowed") === siteSays)).toBe(true);
  expect(told).toContain("through project role Developers, which the Scheme 10 grants it to");
  const count = (which: "made" | "fewest") => requests.reduce((sum, one) => sum + one[which], 0);
  expect(sent).toHaveLength(count("made"));
  // One user, products, security levels, permissions and check, 5 pages of projects, 500 schemes, 1,000 roles.
  expect(count("fewest")).toBe(5 + 5 + 500 + 1000);
  // The list of schemes, so that not each project's scheme comes with its grants.
  expect(count("made")).toBe(count("fewest") + 1);
}, 120_000);
