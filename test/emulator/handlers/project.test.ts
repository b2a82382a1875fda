import { describe, expect, test } from "vitest";
import { acme } from "../../../src/emulator/seed/acme.js";
import { startSite } from "../site.js";

const keys = (page: { values: { key: string }[] }) => page.values.map((project) => project.key);

describe("searching", () => {
  test("lists what the caller may see, by key, in pages", async () => {
    const site = await startSite();
    const all = await site.ask("admin", "GET /project/search");
    expect(keys(all.body)).toEqual(["HR", "IDEA", "OPS", "PAY", "SUP", "WEB"]);
    expect(all.body).toMatchObject({ maxResults: 50, total: 6, isLast: true });
    expect(keys((await site.ask("dmitri", "GET /project/search")).body)).not.toContain("IDEA");
    const page = await site.ask("admin", "GET /project/search?maxResults=4");
    expect(page.body).toMatchObject({ isLast: false, nextPage: expect.stringContaining("startAt=4") });
    expect((await site.ask("admin", "GET /project/search?maxResults=500")).body.maxResults).toBe(100);
  });

  test("nobody and accounts without permission get an empty page, wrong credentials 401", async () => {
    const site = await startSite();
    expect((await site.ask("triage", "GET /project/search")).body).toMatchObject({ total: 0, values: [] });
    expect(await site.ask(null, "GET /project/search")).toMatchObject({ status: 200, body: { values: [] } });
    expect((await site.ask("stranger", "GET /project/search")).status).toBe(401);
  });

  test("filters by key, id, text and status", async () => {
    const projects = [...(acme.projects ?? []), { key: "OLD", name: "Old", lead: "ann@acme.example" }];
    const seed = {
      ...acme,
      projects: projects.map((one) => (one.key === "OLD" ? { ...one, status: "archived" as const } : one)),
    };
    const site = await startSite({ seed });
    const found = async (query: string) => keys((await site.ask("admin", `GET /project/search?${query}`)).body);
    expect(await found("keys=WEB&keys=PAY&keys=pay")).toEqual(["PAY", "WEB"]);
    expect(await found("id=10000&id=10001")).toEqual(["PAY", "WEB"]);
    expect(await found("query=pay")).toEqual(["PAY"]);
    expect(await found("query=ide")).toEqual(["IDEA"]);
    expect(await found("status=archived")).toEqual(["OLD"]);
    expect(await found("status=archived&status=live")).toHaveLength(7);
    const many = Array.from({ length: 51 }, (_, index) => `keys=K${index}`).join("&");
    expect((await site.ask("admin", `GET /project/search?${many}`)).status).toBe(400);
  });

  test("team-managed projects are told apart by style", async () => {
    const site = await startSite();
    const { body } = await site.ask("admin", "GET /project/search?keys=IDEA&keys=PAY&expand=lead,description");
    expect(body.values).toMatchObject([
      { key: "IDEA", style: "next-gen", simplified: true, lead: { displayName: "Carla" } },
      { key: "PAY", style: "classic", simplified: false, lead: { displayName: "Ann" } },
    ]);
  });

  test("projects of one category show the same, lists and pages alike, and others none", async () => {
    const projects = (acme.projects ?? []).map((one) =>
      one.key === "PAY" || one.key === "WEB" ? { ...one, category: "Delivery" } : one,
    );
    const site = await startSite({ seed: { ...acme, projects } });
    const { values } = (await site.ask("admin", "GET /project/search")).body;
    const shown = new Map(values.map(({ key, projectCategory }: Record<string, unknown>) => [key, projectCategory]));
    expect(shown.get("PAY")).toMatchObject({ name: "Delivery", id: expect.stringMatching(/^\d+$/) });
    expect(shown.get("WEB")).toEqual(shown.get("PAY"));
    expect(shown.get("OPS")).toBeUndefined();
    expect((await site.ask("admin", "GET /project/PAY")).body.projectCategory).toEqual(shown.get("PAY"));
  });
});

test("one project by key or id; hidden and unknown ones are 404", async () => {
  const site = await startSite();
  const { body } = await site.ask("bob", "GET /project/PAY");
  expect(body).toMatchObject({ id: "10000", key: "PAY", lead: { displayName: "Ann" } });
  expect(body.roles).toEqual({ Administrators: expect.stringMatching(/\/project\/10000\/role\/10002$/) });
  expect((await site.ask("bob", "GET /project/10000")).body.key).toBe("PAY");
  for (const [who, key] of [
    ["bob", "pay"],
    ["bob", "NOPE"],
    ["triage", "PAY"],
    [null, "PAY"],
  ] as const) {
    expect((await site.ask(who, `GET /project/${key}`)).status).toBe(404);
  }
});

test("a project's roles are the site's, a team-managed project's are its own", async () => {
  const site = await startSite();
  expect(Object.keys((await site.ask("ann", "GET /project/PAY/role")).body)).toEqual(["Administrators"]);
  const own = ["Administrator", "Member", "Viewer"];
  expect(Object.keys((await site.ask("carla", "GET /project/IDEA/role")).body)).toEqual(own);
  const { body } = await site.ask("carla", "GET /project/IDEA/roledetails");
  expect(body.map((role: { name: string }) => role.name)).toEqual(own);
  expect(body[0]).toMatchObject({ admin: true, scope: { project: { key: "IDEA" } } });
  for (const path of ["role", "roledetails"]) {
    expect((await site.ask("bob", `GET /project/PAY/${path}`)).status).toBe(404);
    expect((await site.ask("triage", `GET /project/PAY/${path}`)).status).toBe(404);
  }
});
