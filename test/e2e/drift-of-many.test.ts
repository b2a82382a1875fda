import { expect, onTestFinished, test } from "vitest";
import { startSite } from "../../infra/trial/site.js";
import { grantablePermissionKeys } from "../../src/catalogue/permissions.js";
import { runCommand } from "../helpers/run-command.js";
import { openStack } from "../helpers/stack-project.js";

const permissions = grantablePermissionKeys.filter((key) => key !== "ADMINISTER_PROJECTS").slice(0, 29);
const grants = ["ADMINISTER_PROJECTS", ...permissions].map((key) => `${key}: [{ projectRole: Administrators }]`);
const schemes = Array.from({ length: 50 }, (_, index) => `  s${index}: { grants: { ${grants.join(", ")} } }`);

test("drift of 50 schemes with 30 grants each asks the site once for all of them", async () => {
  const project = await openStack(await startSite(false), "many");
  onTestFinished(project.close);
  project.write(`permissionSchemes:\n${schemes.join("\n")}\n`);
  await project.pulumi("up", "--yes", "--skip-preview");
  const requests = await project.requestsDuring(async () => {
    const { exitCode, stdout } = await runCommand(project, "drift", "many", "--json");
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout).held).toHaveLength(50);
  });
  expect(requests.map(({ method, path }) => `${method} ${path}`).sort()).toEqual([
    "GET /rest/api/3/permissionscheme",
    "GET /rest/api/3/project/search",
    "GET /rest/api/3/role",
  ]);
});
