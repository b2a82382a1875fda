import { expect, test } from "vitest";
import { indexAccess } from "../../src/analysis/access/access-index.js";
import { answerAll } from "../../src/analysis/access/answer.js";
import { drawExplanation } from "../../src/cli/explain/draw-explanation.js";
import { drawRequests } from "../../src/cli/explain/draw-requests.js";
import { tallyRequests } from "../../src/cli/explain/tally-requests.js";
import { drawTree } from "../../src/cli/terminal/draw-tree.js";
import { countCalls } from "../../src/client/count-calls.js";
import { createClient } from "../../src/client/create-client.js";
import { readCredentials, readSettings } from "../../src/client/credentials.js";
import { createDirectory } from "../../src/client/directory.js";
import { checkPermissions, listPermissions } from "../../src/client/permission.js";
import { observeAccess } from "../../src/live/observe-access.js";
import { admin, large } from "../emulator/large-site.js";
import { accountId, startSite } from "../emulator/site.js";
import { takeRequests } from "../helpers/describe-state.js";

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
