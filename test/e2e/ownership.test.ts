import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { describeSite } from "../../infra/demo/describe-site.js";
import { holds } from "../../infra/demo/proof.js";
import { type Site, startSite } from "../../infra/trial/site.js";
import { openStack, runToFail, type StackProject, writesAmong } from "../helpers/stack-project.js";

const up = ["up", "--yes", "--skip-preview"];
const destroy = ["destroy", "--yes", "--skip-preview"];

let site: Site;
const opened: StackProject[] = [];

beforeEach(async () => {
  site = await startSite(false);
});
afterEach(() => {
  for (const project of opened.splice(0)) project.remove();
  site.stop();
});

async function open(stack: string, yaml: string): Promise<StackProject> {
  const project = await openStack(site, stack);
  opened.push(project);
  project.write(yaml);
  return project;
}

async function schemeNames(): Promise<readonly string[]> {
  const { body } = await site.ask("admin", "GET", "/rest/api/3/permissionscheme");
  const answer = z.object({ permissionSchemes: z.array(z.object({ name: z.string() })) }).parse(body);
  return answer.permissionSchemes.map(({ name }) => name);
}

const robots = (key: string, more = "") => `
integrationUsers:
  release-notes: { account: release-notes@acme.example, projects: [WEB], permissions: [BROWSE_PROJECTS] }
permissionSchemes:
  ${key}:
    name: Web scheme
${more}    grants:
      ADMINISTER_PROJECTS: [{ projectRole: Administrators }]
      BROWSE_PROJECTS: [{ group: acme-staff }]
projects:
  WEB: { permissionScheme: ${key} }
`;

describe("an object that is on the site already", () => {
  const legacy = (adopt: string) => `
permissionSchemes:
  legacy: { name: Legacy open scheme, ${adopt}grants: { ADMINISTER_PROJECTS: [{ projectRole: Administrators }] } }
projects:
  WEB:
    allow: { self: the list is what this is about }
    roles: { Administrators: { users: [dmitri@acme.example, farid@acme.example] } }
`;

  test("is refused without adopt, adopted with it, and left where it is when the stack goes", async () => {
    const found = await describeSite(site);
    const project = await open("one", legacy(""));
    const { stdout } = await runToFail(project, "preview");
    expect(stdout).toMatch(/stacks\/one\.yaml:3:\d+: permissionSchemes\.legacy: .*Legacy open scheme.*adopt: true/);
    project.write(legacy("adopt: true, "));
    await project.pulumi(...up);
    await project.pulumi(...destroy);
    expect(await schemeNames()).toContain("Legacy open scheme");
    const actors = (text: string) => (JSON.parse(text) as unknown[]).slice(2);
    expect(actors(await describeSite(site))).toEqual(actors(found));
  });
});

describe("two stacks on one site", () => {
  test("do not take a scheme from each other", async () => {
    const first = await open("one", robots("web"));
    await first.pulumi(...up);
    const second = await open("two", robots("web").replace("release-notes:", "notes:"));
    const { stdout } = await runToFail(second, ...up);
    expect(stdout).toMatch(/"Web scheme" already, and it belongs to the stack jira-access\/one/);
    expect((await first.pulumi("preview")).stdout).not.toMatch(/to (create|update|delete)/);
  });
});

describe("a scheme whose key in the file changes", () => {
  test("is renamed in place with formerly", async () => {
    const project = await open("one", robots("web"));
    await project.pulumi(...up);
    project.write(robots("website", "    formerly: web\n"));
    const requests = await project.requestsDuring(async () => {
      expect((await project.pulumi(...up)).stdout).not.toMatch(/\d+ (created|deleted|replaced)/);
    });
    expect(writesAmong(requests)).toEqual([]);
  });

  test("stays on the site without formerly, so that nobody loses access", async () => {
    const project = await open("one", robots("web"));
    await project.pulumi(...up);
    project.write(robots("website"));
    const requests = await project.requestsDuring(() => project.pulumi(...up));
    expect(writesAmong(requests)).toEqual([]);
    expect(await holds(site, "release-notes", "BROWSE_PROJECTS", "WEB")).toBe(true);
    expect((await project.pulumi("preview", "--expect-no-changes")).stdout).toContain("unchanged");
  });
});
