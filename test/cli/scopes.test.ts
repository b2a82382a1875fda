import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, expect, test, vi } from "vitest";
import { operationFacts } from "../../src/catalogue/operation-fact.js";
import { scopesCommand } from "../../src/cli/scopes.js";

const folder = mkdtempSync(join(tmpdir(), "scopes-"));

afterEach(() => vi.restoreAllMocks());
afterAll(() => rmSync(folder, { recursive: true }));

async function run(...args: string[]): Promise<string> {
  const out = vi.spyOn(process.stdout, "write").mockReturnValue(true);
  await scopesCommand()
    .exitOverride()
    .configureOutput({ writeErr: () => {} })
    .parseAsync(args, { from: "user" });
  const printed = out.mock.calls.map(([chunk]) => String(chunk)).join("");
  out.mockRestore();
  return printed;
}

test("integration users get the scopes for their permissions", async () => {
  const { users } = JSON.parse(await run("demo", "--json"));
  expect(users["release-notes"]).toMatchObject({
    recommended: ["read:jira-work", "write:jira-work"],
    connect: ["WRITE"],
    implied: ["READ"],
    opens: [
      { scope: "read:jira-work", operations: expect.arrayContaining(["getDashboard"]) },
      { scope: "write:jira-work", operations: expect.arrayContaining(["deleteIssue"]) },
    ],
  });
  expect(users["release-notes"].granular).toContain("write:comment:jira");
  expect(users["release-notes"].granular).not.toContain("delete:issue:jira");
});

test("operations get theirs, with the permissions that they need", async () => {
  const { users } = JSON.parse(await run("--operations", "deleteIssue,setLocale", "--json"));
  expect(users.operations).toMatchObject({
    recommended: ["write:jira-work"],
    granular: ["delete:issue:jira"],
    connect: ["DELETE"],
    permissions: ["BROWSE_PROJECTS", "DELETE_ISSUES"],
    closed: ["setLocale"],
    marks: { "delete:issue:jira": ["beta"] },
  });
});

test("for every operation by itself the sets are sufficient", async () => {
  const holds = (set: readonly string[], list: readonly string[] | undefined) =>
    list?.every((scope) => set.includes(scope)) === true;
  for (const [name, { classic, granular }] of Object.entries(operationFacts)) {
    const {
      recommended,
      granular: narrow,
      closed,
    } = JSON.parse(await run("--operations", name, "--json")).users.operations;
    const opened = [recommended, narrow].map((set) => holds(set, classic) || holds(set, granular));
    expect([name, ...opened, closed]).toEqual(
      classic || granular ? [name, true, true, []] : [name, false, false, [name]],
    );
  }
});

test("the text shows what a scope opens besides, deletions first, and what scopes cannot do", async () => {
  const text = await run("--operations", "addComment");
  expect(text).toMatch(/write:jira-work: opens also (\w*[dD]elete\w+, ){3}/);
  expect(text).toContain("within these it may do whatever its account may");
});

test("50 granular scopes and more are warned of", async () => {
  const file = join(folder, "wide.yaml");
  const user = "{ account: a@acme.example, projects: [PAY], permissions: [BROWSE_PROJECTS, ADMINISTER_PROJECTS] }";
  writeFileSync(file, `integrationUsers:\n  wide: ${user}\n`);
  expect(await run(file)).toMatch(/granular: 5\d scopes, where fewer than 50 are advised/);
});

test("an operation that there is none of is refused, with the nearest", async () => {
  await expect(run("--operations", "getIsue")).rejects.toThrow("did you mean getIssue?");
});
