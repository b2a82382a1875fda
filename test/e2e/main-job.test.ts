import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { describeSite } from "../../infra/demo/describe-site.js";
import { holds, tryAsIntegrationUsers } from "../../infra/demo/proof.js";
import { tamper } from "../../infra/demo/tamper.js";
import { countOf, differenceLines, openDemoStack, type StackProject, writesAmong } from "../helpers/stack-project.js";

const allSchemes = "/rest/api/3/permissionscheme";
const bytesPerResource = 2048;
/** Of each of the two integration users what it may do, and of the acting account which projects it administers. */
const permissionChecks = 3;

const schemeList = z.object({
  permissionSchemes: z.array(
    z.object({ id: z.number(), name: z.string(), permissions: z.array(z.object({ permission: z.string() })) }),
  ),
});

describe("the demo stack, from nothing to nothing", () => {
  let demo: StackProject;
  let found: string;

  beforeAll(async () => {
    demo = await openDemoStack();
    found = await describeSite(demo.site);
  });
  afterAll(() => demo.close());

  const deliveryScheme = async () => {
    const answer = await demo.site.ask("admin", "GET", `${allSchemes}?expand=permissions`);
    const scheme = schemeList.parse(answer.body).permissionSchemes.find(({ name }) => name.startsWith("Delivery"));
    if (scheme === undefined) throw new Error("the delivery scheme is not there");
    return scheme;
  };

  test("a preview reads all schemes and grants in one request and writes nothing", async () => {
    const requests = await demo.requestsDuring(async () => {
      const { stdout } = await demo.pulumi("preview", "--diff");
      expect(stdout).toContain("36 to create");
      expect(stdout).toContain("projectRole:Integration: release-notes: true");
    });
    expect(writesAmong(requests)).toEqual([]);
    expect(countOf(requests, "GET", allSchemes)).toBe(1);
  });

  test("up creates everything, and the grants that Jira seeds are gone", async () => {
    expect((await demo.pulumi("up", "--yes", "--skip-preview")).stdout).toContain("36 created");
    const { permissions } = await deliveryScheme();
    const declared = readFileSync(demo.stackFile, "utf8");
    for (const { permission } of permissions) expect(declared).toContain(permission);
    expect(permissions.filter(({ permission }) => permission === "DELETE_ISSUES")).toHaveLength(1);
  });

  test("the integration users can do what is declared and nothing else", async () => {
    for (const { what, status, expected } of await tryAsIntegrationUsers(demo.site)) {
      expect({ what, status }).toEqual({ what, status: expected.includes(status) ? status : expected });
    }
  });

  test("the state holds at most 2 KB a resource", async () => {
    const { stdout } = await demo.pulumi("stack", "export");
    const { deployment } = z
      .object({ deployment: z.object({ resources: z.array(z.unknown()) }) })
      .parse(JSON.parse(stdout));
    const state = readFileSync(join(demo.folder, "state/.pulumi/stacks/jira-access/demo.json"));
    expect(state.length / deployment.resources.length).toBeLessThan(bytesPerResource);
  });

  test("a second up writes nothing, reads all schemes once a phase and asks about each account once", async () => {
    const requests = await demo.requestsDuring(async () => {
      expect((await demo.pulumi("up", "--yes", "--skip-preview")).stdout).toContain("36 unchanged");
    });
    expect(writesAmong(requests)).toEqual([]);
    expect(countOf(requests, "GET", allSchemes)).toBe(2);
    expect(countOf(requests, "POST", "/rest/api/3/permissions/check")).toBe(permissionChecks);
  });

  test("one grant added and one dropped are one + and one - line", async () => {
    const line = "WORK_ON_ISSUES: [{ projectRole: Developers }]\n";
    demo.edit(line, "WORK_ON_ISSUES: [{ projectRole: Developers }, { projectRole: Reviewers }]\n");
    demo.edit("MANAGE_WATCHERS: [{ projectRole: Reviewers }]\n", "MANAGE_WATCHERS: []\n");
    const { stdout } = await demo.pulumi("preview", "--diff");
    expect(differenceLines(stdout).filter((text) => text.includes("projectRole:"))).toEqual([
      "- projectRole:Reviewers: true",
      "+ projectRole:Reviewers: true",
    ]);
    await demo.pulumi("up", "--yes", "--skip-preview");
    expect((await demo.pulumi("preview")).stdout).toContain("36 unchanged");
  });

  test("what is done behind Pulumi's back is shown by name, and healed", async () => {
    await tamper(demo.site);
    expect(await holds(demo.site, "release-notes", "DELETE_ISSUES", "PAY")).toBe(true);
    const { stdout } = await demo.pulumi("preview", "--diff");
    expect(differenceLines(stdout)).toEqual(
      expect.arrayContaining(["- projectRole:Integration: release-notes: true", "- release-notes@acme.example: true"]),
    );
    await demo.pulumi("up", "--yes", "--skip-preview");
    expect(await holds(demo.site, "release-notes", "DELETE_ISSUES", "PAY")).toBe(false);
    expect(await holds(demo.site, "release-notes", "ADMINISTER_PROJECTS", "PAY")).toBe(false);
  });

  test("all grants removed by hand are all restored", async () => {
    const { id, permissions } = await deliveryScheme();
    await demo.site.ask("admin", "PUT", `${allSchemes}/${id}`, { name: "Delivery permission scheme", permissions: [] });
    expect((await deliveryScheme()).permissions).toEqual([]);
    await demo.pulumi("up", "--yes", "--skip-preview");
    expect((await deliveryScheme()).permissions).toHaveLength(permissions.length);
  });

  test("refresh alone writes nothing to the site", async () => {
    const requests = await demo.requestsDuring(() => demo.pulumi("refresh", "--yes", "--skip-preview"));
    expect(writesAmong(requests)).toEqual([]);
  });

  test("destroy leaves the site as it was found", async () => {
    expect((await demo.pulumi("destroy", "--yes", "--skip-preview")).stdout).toContain("36 deleted");
    expect(await describeSite(demo.site)).toBe(found);
  });
});
