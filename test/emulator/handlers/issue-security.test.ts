import { expect, test } from "vitest";
import { acme } from "../../../src/emulator/seed/acme.js";
import { accountId, startSite } from "../site.js";

const ann = "ann@acme.example";
const secret = {
  ...acme,
  issueSecuritySchemes: { Secrets: { levels: { Auditors: [{ group: "auditors" }], Reporter: ["reporter"] } } },
  projects: [
    {
      key: "SEC",
      name: "Secret",
      lead: ann,
      issueSecurityScheme: "Secrets",
      roles: { Administrators: { users: [ann] } },
      issues: [
        { summary: "For auditors", reporter: "bob@acme.example", security: "Auditors" },
        { summary: "For its reporter", reporter: "bob@acme.example", security: "Reporter" },
        { summary: "For all", reporter: "bob@acme.example" },
      ],
    },
    ...(acme.projects ?? []),
  ],
};

test("an issue with a level is there only for those who are on it, whatever else they may", async () => {
  const site = await startSite({ seed: secret });
  const seen = async (who: string) => {
    const replies = await Promise.all([1, 2, 3].map((number) => site.ask(who, `GET /issue/SEC-${number}`)));
    return replies.map(({ status }) => status === 200);
  };
  expect(await seen("eve")).toEqual([true, false, true]);
  expect(await seen("bob")).toEqual([false, true, true]);
  expect(await seen("ann")).toEqual([false, false, true]);
  const { body } = await site.ask("eve", "GET /issue/SEC-1?fields=security");
  expect(body.fields.security).toMatchObject({ id: "10000", name: "Auditors" });
  expect((await site.ask("ann", "DELETE /issue/SEC-1")).status).toBe(404);
});

test("permissions/check knows it", async () => {
  const site = await startSite({ seed: secret });
  const { body } = await site.ask("admin", "POST /permissions/check", {
    accountId: await accountId(site, "bob"),
    projectPermissions: [{ permissions: ["BROWSE_PROJECTS"], projects: [10000], issues: [10000, 10001, 10002] }],
  });
  expect(body.projectPermissions[0]).toMatchObject({ projects: [10000], issues: [10001, 10002] });
});

test("schemes are read by administrators, levels by those who set them and are on them", async () => {
  const site = await startSite({ seed: secret });
  const { issueSecuritySchemes } = (await site.ask("admin", "GET /issuesecurityschemes")).body;
  expect(issueSecuritySchemes).toMatchObject([{ id: 10000, name: "Secrets" }]);
  expect((await site.ask("ann", "GET /issuesecurityschemes/10000")).body.levels).toHaveLength(2);
  expect((await site.ask("bob", "GET /issuesecurityschemes/10000")).status).toBe(403);
  expect((await site.ask("admin", "GET /issuesecurityschemes/1")).status).toBe(404);
  expect((await site.ask("ann", "GET /issuesecurityschemes/1")).status).toBe(403);
  expect((await site.ask("ann", "GET /project/SEC/issuesecuritylevelscheme")).body.id).toBe(10000);
  expect((await site.ask("ann", "GET /project/PAY/issuesecuritylevelscheme")).status).toBe(404);
  const levels = async (who: string) => (await site.ask(who, "GET /project/SEC/securitylevel")).body.levels;
  expect(await levels("ann")).toMatchObject([{ name: "Reporter" }]);
  expect(await levels("bob")).toEqual([]);
});

test("administrators see all levels, who is on them and which projects use them", async () => {
  const site = await startSite({ seed: secret });
  const list = async (path: string) => (await site.ask("admin", `GET /issuesecurityschemes/${path}`)).body.values;
  expect(await list("level")).toMatchObject([
    { id: "10000", name: "Auditors", issueSecuritySchemeId: "10000" },
    { id: "10001", name: "Reporter", issueSecuritySchemeId: "10000" },
  ]);
  expect(await list("level?id=10001")).toMatchObject([{ name: "Reporter" }]);
  expect(await list("level/member?expand=group")).toMatchObject([
    { issueSecurityLevelId: "10000", holder: { type: "group", group: { name: "auditors" } } },
    { issueSecurityLevelId: "10001", holder: { type: "reporter" } },
  ]);
  expect(await list("level/member?levelId=10001")).toHaveLength(1);
  expect(await list("project")).toEqual([{ issueSecuritySchemeId: "10000", projectId: "10000" }]);
  expect(await list("project?projectId=10001")).toEqual([]);
});
