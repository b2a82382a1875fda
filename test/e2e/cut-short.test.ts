import { beforeEach, expect, onTestFinished, test } from "vitest";
import type { TemporaryProject } from "../../infra/trial/engine.js";
import { startSite, type TestSite } from "../emulator/site.js";
import { moreIn, toLines } from "../faults/site-lines.js";
import { describeState } from "../helpers/describe-state.js";
import { expectNoDoubles } from "../helpers/expect-no-doubles.js";
import { killAfterWrites } from "../helpers/kill-after-writes.js";
import { type Declared, type LibraryProject, openLibraryProject } from "../helpers/library-project.js";
import { runToFail } from "../helpers/stack-project.js";

const declared: Readonly<Record<string, Declared>> = {
  bots: { kind: "ProjectRole", args: { name: "Bots" } },
  crew: { kind: "Group", args: { name: "crew" }, dependsOn: ["bots"] },
  delivery: {
    kind: "PermissionScheme",
    args: {
      name: "Delivery",
      grants: { ADMINISTER_PROJECTS: ["projectRole:Administrators"], EDIT_ISSUES: ["projectRole:Bots", "group:crew"] },
    },
    dependsOn: ["bots", "crew"],
  },
};
const mark = "[jira-access somebody/main]";
const made = [
  "grant Delivery: ADMINISTER_PROJECTS projectRole:Administrators",
  "grant Delivery: EDIT_ISSUES group:crew",
  "grant Delivery: EDIT_ISSUES projectRole:Bots",
  "group crew",
  `role Bots: ${mark}`,
  `scheme Delivery: ${mark}`,
];
const up = ["up", "--yes", "--skip-preview"];

let site: TestSite;
let project: LibraryProject;
let before: readonly string[];
/** Is called when a write has had its effect; its answer waits for this. */
let onWrite: (count: number) => unknown;

beforeEach(async () => {
  let writes = 0;
  onWrite = () => {};
  site = await startSite({ watch: async (_, { method }) => void (method !== "GET" && (await onWrite(++writes))) });
  project = await openLibraryProject(site);
  onTestFinished(project.remove);
  project.declare(declared);
  before = await linesNow();
});

async function linesNow(): Promise<readonly string[]> {
  return toLines(await describeState(site));
}

/** Expects everything declared once and nothing else, and nothing to do. */
async function expectWhole(engine: TemporaryProject = project): Promise<void> {
  const now = await linesNow();
  expect([moreIn(before, now), [...moreIn(now, before)].sort()]).toEqual([[], made]);
  expectNoDoubles((await site.control("GET /state")).body);
  await engine.pulumi("preview", "--expect-no-changes");
}

test.each([1, 2, 3])("engine and provider killed with the effect of write %i: the next up is exact", async (count) => {
  const killing = killAfterWrites(project, up, count);
  onWrite = killing.onWrite;
  expect(await killing.ended).toBe(true);
  await project.pulumi(...up);
  await expectWhole();
});

test("of two ups at once one is refused for the other's lock, and the state stays whole", async () => {
  const second: Promise<string>[] = [];
  onWrite = async (count) => {
    if (count === 1) second.push(runToFail(project, ...up).then(({ stdout, stderr }) => stdout + stderr));
    await second[0];
  };
  await project.pulumi(...up);
  expect(await second[0]).toContain("the stack is currently locked by 1 lock(s)");
  await expectWhole();
});

test("an access token that expires midway is one clear error, and the same up with a good one goes on", async () => {
  onWrite = (count) => count === 2 && site.control("POST /expire-tokens");
  const expiring = project.with({ ...throughGateway(), JIRA_ACCESS_TOKEN: "emulator-access-token" });
  const { stdout } = await runToFail(expiring, ...up);
  const told = "answered with 401: Unauthorized. Check JIRA_URL and JIRA_ACCESS_TOKEN, which may have expired";
  expect(new Set(stdout.match(/answered with .* expired/g))).toEqual(new Set([told]));
  expect(moreIn(await linesNow(), before)).toContain("group crew");
  await project.pulumi(...up);
  await expectWhole();
});

test("an OAuth client whose token expires midway gets another by itself", async () => {
  onWrite = (count) => count === 2 && site.control("POST /expire-tokens");
  const client = { JIRA_CLIENT_ID: "emulator-client", JIRA_CLIENT_SECRET: "emulator-client-secret" };
  await project.with({ ...throughGateway(), ...client, ATLASSIAN_AUTH_URL: site.authUrl }).pulumi(...up);
  await expectWhole();
});

function throughGateway(): Readonly<Record<string, string>> {
  return { JIRA_CLOUD_ID: site.cloudId, JIRA_GATEWAY_URL: site.gatewayUrl };
}
