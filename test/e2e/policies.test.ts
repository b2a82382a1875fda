import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { packageFolder } from "../../infra/demo/package-folder.js";
import { startSite } from "../../infra/demo/site.js";
import { openStack, runToFail, type StackProject, writesAmong } from "../helpers/stack-project.js";

const pack = join(packageFolder, "infra/policy");
const sound = `
permissionSchemes:
  delivery:
    name: Delivery
    grants:
      ADMINISTER_PROJECTS: [{ projectRole: Administrators }]
      BROWSE_PROJECTS: [{ projectRole: Administrators }]
`;

let stack: StackProject;
let settingsFile: string;

beforeAll(async () => {
  stack = await openStack(await startSite(false), "policies");
  settingsFile = join(stack.folder, "settings.json");
});
afterAll(() => stack.close());

const baseline = [];

test("x", async () => {
  stack.write(sound.replace("BROWSE_PROJECTS: [", "BROWSE_PROJECTS: [anyone, applicationRole, "));
  const file = join(stack.folder, "baseline.txt");
  writeFileSync(file, "grant Delivery / ADMINISTER_PROJECTS / projectRole:Administrators\n");
  const exceptions = [{ right: "grant * / applicationRole", reason: "it is all right here", until: "2020-01-01" }];
  writeFileSync(settingsFile, JSON.stringify({ "beyond-baseline": { file }, "public-grant": { exceptions } }));
  const { stdout } = await runToFail(stack, "preview", "--policy-pack", pack, "--policy-pack-config", settingsFile);
  console.log(stdout);
});
