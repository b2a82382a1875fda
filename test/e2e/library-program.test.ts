import { execFile } from "node:child_process";
import { appendFileSync, lstatSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, beforeEach, expect, type TestContext, test } from "vitest";
import { z } from "zod";
import { packageFolder } from "../../infra/package-folder.js";
import { openProject, type TemporaryProject } from "../../infra/trial/engine.js";
import { type Site, startSite, tokenOf } from "../../infra/trial/site.js";
import { addressOf, couldInstall, fromCache, install, lock, type Packed, pack, readManifest } from "../helpers/npm.js";
import { runToFail } from "../helpers/stack-project.js";

const run = promisify(execFile);
const up = ["up", "--yes", "--skip-preview"];
const name = "pulumi-jira-access";
/** A package of somebody's that brings another version of this one, in which whoever asks it for a provider fails. */
const other = "acme-teams";

const teamModule = `
import { GroupMembers, ProjectRole } from "${name}";
export const addTeam = () => new ProjectRole("team", { name: "Team" });
export const holdMembers = () => new GroupMembers("rival", { group: "auditors", users: [] });
`;
const teamTypes = `
import { GroupMembers, ProjectRole } from "${name}";
export declare const addTeam: () => ProjectRole;
export declare const holdMembers: () => GroupMembers;
`;

const config = {
  "jira:email": "admin@acme.example",
  account: "release-notes@acme.example",
  project: "PAY",
  scheme: "Default Permission Scheme",
};

let parts: string;
let site: Site;
let project: TemporaryProject;
let own: Packed;
let isInstalled = false;

beforeAll(async () => {
  parts = mkdtempSync(join(tmpdir(), "parts-"));
  site = await startSite(false);
  project = await openProject({ name: "nothing-yet", runtime: "nodejs", main: "index.ts" }, "main", {
    JIRA_API_TOKEN: tokenOf("admin"),
    ...fromCache,
  });
  own = await pack(packageFolder, parts);
  const template = join(packageFolder, "templates/typescript");
  const manifest = readManifest(template);
  expect(manifest.dependencies).toHaveProperty(name, `^${readManifest(packageFolder).version}`);
  lock(project.folder, { ...manifest, name: "robots" }, { [`node_modules/${name}`]: own });
  const answers = Object.entries({ ...config, "jira:url": site.url }).flatMap(([key, value]) => [
    "-c",
    `${key}=${value}`,
  ]);
  const made = project.pulumi("new", template, "--name", "robots", "--offline", "--yes", "--force", ...answers);
  isInstalled = await couldInstall(made);
});
beforeEach((context: TestContext) => {
  context.skip(!isInstalled, "npm has no registry here, and not all packages in its cache");
});
afterAll(() => {
  site.stop();
  project.remove();
  rmSync(parts, { recursive: true });
});

/** Has the program depend on somebody's package too, which brings another version of this one. */
async function installTeams(): Promise<void> {
  const older = await packOlder(own);
  const teams = await packTeams(older);
  const manifest = readManifest(project.folder);
  const wanted = z.record(z.string(), z.string()).parse(manifest.dependencies);
  const more = { ...manifest, dependencies: { ...wanted, [name]: addressOf(own), [other]: addressOf(teams) } };
  lock(project.folder, more, {
    [`node_modules/${name}`]: own,
    [`node_modules/${other}`]: teams,
    [`node_modules/${other}/node_modules/${name}`]: older,
  });
  await install(project.folder, more);
}

/** Packs this package as another version. */
async function packOlder({ tarball }: Packed): Promise<Packed> {
  await run("tar", ["-xzf", tarball, "-C", parts]);
  const copy = join(parts, "package");
  writeFileSync(join(copy, "package.json"), JSON.stringify({ ...readManifest(copy), version: "0.0.9" }));
  writeFileSync(
    join(copy, "dist/src/provider/index.js"),
    'throw new Error("the provider of the other copy was asked");',
  );
  return pack(copy, parts);
}

/** Packs somebody's package that brings that version. */
function packTeams(older: Packed): Promise<Packed> {
  const folder = join(parts, other);
  const dependencies = { [name]: addressOf(older) };
  const manifest = { name: other, version: "1.0.0", type: "module", exports: "./index.js", dependencies };
  mkdirSync(folder);
  writeFileSync(join(folder, "package.json"), JSON.stringify(manifest));
  writeFileSync(join(folder, "index.js"), teamModule);
  writeFileSync(join(folder, "index.d.ts"), teamTypes);
  return pack(folder, parts);
}

/** The descriptions of the site's roles, by their names. */
async function roles(): Promise<Readonly<Record<string, string>>> {
  const { body } = await site.ask("admin", "GET", "/rest/api/3/role");
  const list = z.array(z.object({ name: z.string(), description: z.string() })).parse(body);
  return Object.fromEntries(list.map(({ name, description }) => [name, description]));
}

test("a program made from the template has types, applies, and has nothing to do after that", async () => {
  expect(lstatSync(join(project.folder, "node_modules", name)).isSymbolicLink()).toBe(false);
  await run(process.execPath, [join(project.folder, "node_modules/typescript/bin/tsc")], { cwd: project.folder });
  expect((await project.pulumi("preview")).stdout).toContain("6 to create");
  expect((await project.pulumi(...up)).stdout).toContain("6 created");
  expect(await roles()).toHaveProperty("Integration: integration");
  expect((await project.pulumi("preview", "--expect-no-changes")).stdout).toContain("6 unchanged");
});

test("another copy of another version in the same program is served by the program's own", async () => {
  await installTeams();
  expect(readManifest(join(project.folder, "node_modules", other, "node_modules", name)).version).toBe("0.0.9");
  const program = join(project.folder, "index.ts");
  appendFileSync(program, `import { addTeam, holdMembers } from "${other}";\naddTeam();\n`);
  expect((await project.pulumi(...up)).stdout).toContain("1 created");
  await project.pulumi("preview", "--expect-no-changes");
  const mark = "[jira-access robots/main]";
  expect(await roles()).toMatchObject({
    Team: mark,
    "Integration: integration": expect.stringContaining(mark),
  });

  appendFileSync(
    program,
    `import { GroupMembers } from "${name}";\nnew GroupMembers("crew", { group: "auditors", users: [] });\nholdMembers();\n`,
  );
  expect((await runToFail(project, "preview")).stdout).toContain(
    'is held by GroupMembers "crew" and by GroupMembers "rival"',
  );
});
