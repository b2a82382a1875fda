import { chmodSync, readFileSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { isWrite } from "../../infra/trial/site.js";
import { marks } from "../../src/model/access-matrix.js";
import { unpackReport } from "../../src/report/html/packed-report.js";
import { patternsOf } from "../analysis/matrix/patterns-of.js";
import { runCommand } from "../canaries/collect.js";
import { openDemoStack } from "../helpers/stack-project.js";

/** The report that stands in a file. */
function readReport(file: string) {
  const [, data = ""] =
    /<script type="application\/json" id="report">(.*?)<\/script>/.exec(readFileSync(file, "utf8")) ?? [];
  return unpackReport(JSON.parse(data));
}

test("a report says what the site says of every account, and what applying the stack changes; it writes nothing, and without a stack tells of the site alone", async () => {
  const project = await openDemoStack();
  onTestFinished(project.close);
  const file = join(project.folder, "access.html");
  const requests = await project.requestsDuring(async () => {
    const { code, stdout } = await project.command("report", "demo", "--out", file, "--json");
    expect(code).toBe(0);
    const figures = JSON.parse(stdout);
    expect(figures).toMatchObject({ file, bytes: statSync(file).size, stack: "demo", accounts: 15, projects: 6 });
    expect(figures.integrationUsers[0].findings[0]).toMatchObject({ kind: "missing", projects: ["PAY", "WEB"] });
  });
  expect(requests.filter(isWrite)).toEqual([]);
  expect(statSync(file).mode & 0o777).toBe(0o600);

  const report = readReport(file);
  const accounts = [...report.now.access.accounts.values()];
  const projects = [...report.now.access.projects.values()];
  for (const [place, { id, email }] of accounts.entries()) {
    const question = { permissions: report.permissions, projects: projects.map((one) => Number(one.id)) };
    const { body } = await project.site.ask("admin", "POST", "/rest/api/3/permissions/check", {
      accountId: id,
      projectPermissions: [question],
    });
    const held = (body as { projectPermissions: { permission: string; projects: number[] }[] }).projectPermissions;
    const said = projects.map((one) =>
      report.permissions.map((key) =>
        held.some(({ permission, projects: ids }) => permission === key && ids.includes(Number(one.id))),
      ),
    );
    const told = patternsOf(report.now.matrix, place).map((pattern) =>
      [...pattern].map((mark) => mark === marks.allowed || mark === marks.said),
    );
    expect(told, email).toEqual(said);
  }
  const browse = report.permissions.indexOf("BROWSE_PROJECTS");
  const pay = projects.findIndex(({ key }) => key === "PAY");
  const notes = accounts.findIndex(({ email }) => email === "release-notes@acme.example");
  const states = [report.now, report.planned ?? report.now];
  expect(states.map(({ matrix }) => patternsOf(matrix, notes)[pay]?.[browse])).toEqual([marks.denied, marks.allowed]);

  chmodSync(file, 0o644);
  const elsewhere = await runCommand(["report", "--out", file, "--json"], tmpdir(), project.settings);
  expect(JSON.parse(elsewhere.stdout)).toMatchObject({ accounts: 15, integrationUsers: [] });
  expect(readReport(file).planned).toBeUndefined();
  expect(statSync(file).mode & 0o777).toBe(0o600);

  const nowhere = await project.command("report", "demo", "--out", join(project.folder, "no/such/access.html"));
  expect(nowhere).toMatchObject({ code: 1, stdout: "" });
  expect(nowhere.stderr).toContain("make it, or name another");
});
