import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { holds } from "../../infra/demo/proof.js";
import { openDemoStack, type StackProject, writesAmong } from "../helpers/stack-project.js";

let demo: StackProject;

beforeAll(async () => {
  demo = await openDemoStack();
  await demo.pulumi("up", "--yes", "--skip-preview");
});
afterAll(() => demo.close());

test("a project whose key was changed on the site keeps its access under the key of the file", async () => {
  const { status } = await demo.site.ask("admin", "PUT", "/rest/api/3/project/PAY", { key: "PAYMENTS" });
  expect(status).toBe(200);
  const requests = await demo.requestsDuring(async () => {
    expect((await demo.pulumi("preview", "--expect-no-changes")).stdout).toContain("36 unchanged");
    await demo.pulumi("up", "--yes", "--skip-preview");
  });
  expect(writesAmong(requests)).toEqual([]);
  expect(await holds(demo.site, "release-notes", "ADD_COMMENTS", "PAYMENTS")).toBe(true);
});

test("a role that was renamed on the site is named back in place, and nobody loses it", async () => {
  const { body } = await demo.site.ask("admin", "GET", "/rest/api/3/role");
  const roles = z.array(z.object({ id: z.number(), name: z.string() })).parse(body);
  const role = roles.find(({ name }) => name === "Developers");
  await demo.site.ask("admin", "POST", `/rest/api/3/role/${role?.id}`, { name: "Devs" });
  const { stdout } = await demo.pulumi("preview", "--diff");
  expect(stdout).toMatch(/~ name: "Devs" => "Developers"/);
  expect(stdout).toContain("1 to update");
  expect(stdout).not.toMatch(/to (create|delete|replace)/);
  const requests = await demo.requestsDuring(() => demo.pulumi("up", "--yes", "--skip-preview"));
  expect(writesAmong(requests)).toEqual([`PUT /rest/api/3/role/${role?.id}`]);
});

test("a project that was deleted on the site is refused by name, and nothing else is harmed", async () => {
  await demo.site.ask("admin", "DELETE", "/rest/api/3/project/HR");
  const requests = await demo.requestsDuring(async () => {
    const failure = await demo.pulumi("up", "--yes", "--skip-preview").catch((error: Error) => error.message);
    expect(failure).toMatch(/stacks\/demo\.yaml:\d+:\d+: projects\.HR: the site shows no project HR/);
  });
  expect(writesAmong(requests)).toEqual([]);
});
