import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from "vitest";
import { explainCommand } from "../../src/cli/explain.js";
import { acme } from "../../src/emulator/seed/acme.js";
import type { Seed } from "../../src/emulator/seed/seed.js";
import { accountId, startSite, type TestSite } from "../emulator/site.js";
import { takeRequests } from "../helpers/describe-state.js";

beforeEach(() => {
  vi.stubEnv("JIRA_EMAIL", "admin@acme.example");
  vi.stubEnv("JIRA_API_TOKEN", "emulator-admin-token");
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

/** A stack file in which the account release-notes is an integration user. */
function stackFile(): string {
  const folder = mkdtempSync(join(tmpdir(), "explain-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, "acme.yaml");
  writeFileSync(
    file,
    "integrationUsers:\n  notes:\n    account: release-notes@acme.example\n    projects: [PAY]\n    permissions: [BROWSE_PROJECTS]\n",
  );
  return file;
}

async function explain(site: TestSite, ...args: readonly string[]) {
  vi.stubEnv("JIRA_URL", site.url);
  const out = vi.spyOn(process.stdout, "write").mockReturnValue(true);
  const err = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  await explainCommand()
    .exitOverride()
    .parseAsync([...args], { from: "user" });
  const text = (spy: typeof out) => spy.mock.calls.map(([chunk]) => String(chunk)).join("");
  const told = { stdout: text(out), stderr: text(err) };
  vi.restoreAllMocks();
  return told;
}

const explainJson = async (site: TestSite, ...args: readonly string[]) =>
  JSON.parse((await explain(site, ...args, "--json")).stdout);

describe("an integration user that was put into an administrators' group by hand", () => {
  const seed: Seed = {
    ...acme,
    projects: (acme.projects ?? []).map((one) =>
      one.key === "PAY" ? { ...one, roles: { Administrators: { groups: ["jira-administrators"] } } } : one,
    ),
  };

  async function tamper() {
    const site = await startSite({ seed });
    const bot = await accountId(site, "release-notes");
    await site.ask("admin", "POST /group/user?groupname=jira-administrators", { accountId: bot });
    return site;
  }

  test("is explained by group, role, grant and scheme, with who else is there and the smallest change that ends it", async () => {
    const { stdout } = await explain(await tamper(), "notes", "DELETE_ISSUES", "PAY", "--stack", stackFile());
    expect(stdout).toContain("release-notes@acme.example (Release Notes)");
    expect(stdout).toContain("DELETE_ISSUES in PAY: allowed\n");
    expect(stdout).toContain(
      "├─ through group jira-administrators in project role Administrators, which the Default Permission Scheme grants it to\n",
    );
    expect(stdout).toContain("├─ the site says: it has it\n");
    expect(stdout).toMatch(/group jira-administrators also gives\n│ {2}├─ in PAY: .*ADMINISTER_PROJECTS/);
    expect(stdout).toContain("└─ to admin@acme.example, release-notes@acme.example");
    expect(stdout).toMatch(
      /the smallest changes that end it\n {3}├─ take it out of group jira-administrators \(it changes/,
    );
  });

  test("can be set right by that change, and then is denied", async () => {
    const site = await tamper();
    const { endedBy } = await explainJson(site, "release-notes@acme.example", "DELETE_ISSUES", "PAY");
    expect(endedBy[0]).toMatchObject({
      text: "take it out of group jira-administrators",
      changes: [{ kind: "leave-group" }],
      touchesOthers: false,
    });
    const bot = await accountId(site, "release-notes");
    await site.ask("admin", `DELETE /group/user?groupId=${endedBy[0].changes[0].group.id}&accountId=${bot}`);
    const after = await explainJson(site, "release-notes@acme.example", "DELETE_ISSUES", "PAY");
    expect(after.answers).toMatchObject([{ outcome: "denied", siteSays: false, contradiction: false, paths: [] }]);
    expect(after.grantedBy[0]).toMatchObject({ text: "put it into project role Administrators of PAY" });
  });
});

test("everything of an account is told path by path, projects that are alike together, team-managed ones by the site's word", async () => {
  const { stdout } = await explain(await startSite(), "eve@acme.example");
  expect(stdout).toMatch(/in HR, OPS, PAY, SUP, WEB\n└─ through group acme-staff, .*\n {3}└─ ADD_COMMENTS, /);
  expect(stdout).toMatch(
    /in IDEA\n└─ the site says so; unknown to the analysis: the project is team-managed.*\n {3}└─ ADD_COMMENTS/,
  );
});

test("why not is told for each project", async () => {
  const { stdout } = await explain(await startSite(), "release-notes@acme.example", "EDIT_ISSUES");
  expect(stdout).toContain(
    "EDIT_ISSUES in HR, OPS, PAY, SUP, WEB\n└─ denied: no grant of it reaches the account; no grant of BROWSE_PROJECTS, which it needs, reaches the account",
  );
});

test("global permissions are the site's word, and no project is read for them", async () => {
  const site = await startSite();
  await takeRequests(site);
  const { stdout } = await explain(site, "admin@acme.example", "BULK_CHANGE");
  expect(stdout).toContain("BULK_CHANGE is granted to one or more of its groups; Jira's API does not tell which");
  expect([...(await takeRequests(site))].filter((request) => request.includes("/project"))).toEqual([]);
});

describe("names that are not there get the nearest one:", () => {
  test.each([
    ["an account", ["an@acme.example"], "did you mean ann@acme.example?"],
    ["a permission", ["ann@acme.example", "delete_issue"], "did you mean DELETE_ISSUES?"],
    ["a project", ["ann@acme.example", "DELETE_ISSUES", "PAI"], "did you mean PAY?"],
  ])("%s", async (_, args, hint) => {
    await expect(explain(await startSite(), ...args)).rejects.toThrow(hint);
  });

  test("an integration user", async () => {
    const words = ["nots", "DELETE_ISSUES", "PAY", "--stack", stackFile()];
    await expect(explain(await startSite(), ...words)).rejects.toThrow("did you mean notes?");
  });
});

test("a deactivated account is found and told to be one", async () => {
  const accounts = (acme.accounts ?? []).map((one) => ({ ...one, active: one.email !== "eve@acme.example" }));
  const { stdout } = await explain(await startSite({ seed: { ...acme, accounts } }), "eve@acme.example");
  expect(stdout).toContain("├─ deactivated: it may do nothing\n");
});

test("a name that would steer a terminal is shown harmless", async () => {
  const accounts = (acme.accounts ?? []).map((one) => ({
    ...one,
    displayName: one.email.startsWith("eve") ? "Eve\u001b[2J" : one.email,
  }));
  const { stdout } = await explain(await startSite({ seed: { ...acme, accounts } }), "eve@acme.example");
  expect(stdout).toContain("(Eve\\u001b[2J)");
});

test("--stats lists the requests that were made beside the fewest possible, as the site counted them", async () => {
  const site = await startSite();
  await takeRequests(site);
  const { stderr } = await explain(site, "ann@acme.example", "DELETE_ISSUES", "PAY", "--stats");
  const requests = await takeRequests(site);
  expect(stderr).toMatch(/^requests +made +fewest\n/);
  const [, made, fewest] = /all together +(\d+) +(\d+)/.exec(stderr) ?? [];
  expect(requests).toHaveLength(Number(made));
  expect(fewest).toBe(made);
});

describe("--risk destroys", () => {
  test("lists who can delete what, by person and project, and what is not in the list", async () => {
    const { stdout } = await explain(await startSite(), "--risk", "destroys");
    expect(stdout).toMatch(
      /ann@acme.example \(Ann\)\n(?:.*\n)*?.*DELETE_ISSUES, .* in PAY\n.*through project role Administrators/,
    );
    expect(stdout).not.toContain("release-notes@acme.example");
    expect(stdout).toContain("the team-managed projects IDEA");
  });

  test("agrees with what the site says of everybody", async () => {
    const site = await startSite();
    const { holdings } = await explainJson(site, "--risk", "destroys");
    const pay = holdings.filter((one: { project: string; permission: string }) => {
      return one.project === "PAY" && one.permission === "DELETE_ISSUES";
    });
    const found = await site.ask(
      "admin",
      "GET /user/permission/search?query=&permissions=DELETE_ISSUES&projectKey=PAY",
    );
    const emails = (list: { emailAddress?: string }[]) => list.map((one) => one.emailAddress).sort();
    expect(pay.map((one: { account: { email: string } }) => one.account.email).sort()).toEqual(emails(found.body));
  });

  test("tells of grants to nobody in particular, and of one account alone when it is named", async () => {
    const [first = ["", {}], ...schemes] = Object.entries(acme.permissionSchemes ?? {});
    const grants = { ...first[1].grants, DELETE_OWN_COMMENTS: ["reporter", "applicationRole"] };
    const permissionSchemes = Object.fromEntries([[first[0], { ...first[1], grants }], ...schemes]);
    const site = await startSite({ seed: { ...acme, permissionSchemes } });
    const { stdout } = await explain(site, "--risk", "destroys", "ann@acme.example");
    expect(stdout).toMatch(/nobody in particular\n.*DELETE_OWN_COMMENTS in HR, OPS, PAY, SUP, WEB\n.*reporter, whom/);
    expect(stdout).not.toContain("admin@acme.example");
  });
});

test.each([
  ["neither account nor risk", [], "error: name an account"],
  ["a risk and a permission", ["--risk", "destroys", "ann", "DELETE_ISSUES"], "error: --risk goes with an account"],
])("%s is refused", async (_, args, message) => {
  const err = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  await expect(
    explainCommand()
      .exitOverride()
      .parseAsync([...args], { from: "user" }),
  ).rejects.toThrow();
  expect(err.mock.calls.map(([chunk]) => String(chunk)).join("")).toContain(message);
});
