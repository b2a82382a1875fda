import { expect, test, vi } from "vitest";
import { accountId, startSite, type TestSite } from "../../emulator/site.js";
import { takeRequests, takeWrites } from "../../helpers/describe-state.js";
import { declareResource, startProcess } from "../../helpers/engine.js";
import { groupId, schemeId } from "../on-site.js";

const legacy = "Legacy open scheme";
const access = {
  account: "release-notes@acme.example",
  projects: ["PAY", "WEB"],
  permissions: ["BROWSE_PROJECTS", "ADD_COMMENTS"],
};

/** A site where release-notes may do in PAY and WEB what is declared, by a role, and nothing else. */
async function openSite() {
  const site = await startSite();
  const bot = await accountId(site, "release-notes");
  const role = (await site.ask("admin", "POST /role", { name: "Integration" })).body.id;
  const scheme = await schemeId(site, "Default Permission Scheme");
  for (const permission of access.permissions) await grant(site, scheme, permission, "projectRole", `${role}`);
  for (const key of access.projects) await site.ask("admin", `POST /project/${key}/role/${role}`, { user: [bot] });
  return { site, bot, scheme, proof: declareResource(site, "AccessProof") };
}

async function grant(site: TestSite, scheme: string, permission: string, type: string, parameter: string) {
  const body = { permission, holder: { type, parameter } };
  await site.ask("admin", `POST /permissionscheme/${scheme}/permission`, body);
}

function told() {
  const log = vi.spyOn(console, "error").mockReturnValue();
  return () => {
    const text = log.mock.calls.flat().join("\n");
    log.mockClear();
    return text;
  };
}

test("where all is as declared, nothing is told, written or left to do", async () => {
  const { site, proof } = await openSite();
  const warnings = told();
  await takeRequests(site);
  expect(await proof.up({ accounts: { bot: access } })).toBe("create");
  expect([...(await takeRequests(site))].sort()).toEqual([
    "GET /rest/api/3/permissions",
    "GET /rest/api/3/project/search",
    "GET /rest/api/3/user/search",
    "POST /rest/api/3/permissions/check",
  ]);
  expect(warnings()).toBe("");
  expect(await proof.refresh()).toEqual(proof.kept()?.inputs);
  expect(await proof.up({ accounts: { bot: access } })).toBe("same");
  expect(await takeWrites(site)).toEqual([]);
  await proof.destroy();
  expect(await takeWrites(site)).toEqual([]);
});

test("what an account may do beside is a difference with its path in every refresh, until it is gone", async () => {
  const { site, bot, scheme, proof } = await openSite();
  const warnings = told();
  await proof.up({ accounts: { bot: access } });
  const developers = await groupId(site, "pay-devs");
  await grant(site, scheme, "DELETE_ISSUES", "group", "pay-devs");
  await site.ask("admin", `POST /group/user?groupId=${developers}`, { accountId: bot });
  const findings = {
    bot: { "DELETE_ISSUES in PAY and WEB": "through group pay-devs, which the Default Permission Scheme grants it to" },
  };
  await takeWrites(site);
  for (const _ of ["once", "again"]) {
    expect(await proof.refresh()).toMatchObject({ findings });
    expect(await proof.up({ accounts: { bot: access } })).toBe("update");
    expect(warnings()).toBe(
      "warning: access is not as declared\n  bot: DELETE_ISSUES in PAY and WEB: through group pay-devs, which the Default Permission Scheme grants it to",
    );
  }
  expect(await takeWrites(site)).toEqual([]);
  await site.ask("admin", `DELETE /group/user?groupId=${developers}&accountId=${bot}`);
  expect(await proof.up({ accounts: { bot: access } })).toBe("same");
  expect(warnings()).toBe("");
});

test("what it lacks is told with the reason", async () => {
  const { proof } = await openSite();
  told();
  await proof.up({ accounts: { bot: { ...access, permissions: [...access.permissions, "EDIT_ISSUES"] } } });
  expect(proof.kept()?.outputs.findings).toEqual({
    bot: { "EDIT_ISSUES in PAY and WEB": "missing: no grant of it reaches the account" },
  });
  const strange = { accounts: { bot: { ...access, account: "nobody@acme.example", projects: ["PAY"] } } };
  await proof.up(strange);
  expect(proof.kept()?.outputs.findings).toMatchObject({
    bot: { "ADD_COMMENTS in PAY": "missing: no such account can be seen on the site" },
  });
});

test("the administration of Jira is told with the groups that it can come from", async () => {
  const { site, bot, proof } = await openSite();
  told();
  const group = await groupId(site, "jira-administrators");
  await site.ask("admin", `POST /group/user?groupId=${group}`, { accountId: bot });
  await proof.up({ accounts: { bot: access } });
  const why = "through one of its groups: jira-administrators, jira-software-users";
  expect(proof.kept()?.outputs.findings).toEqual({
    bot: { "ADMINISTER on the whole site": why, "SYSTEM_ADMIN on the whole site": why },
  });
});

test("what it may do elsewhere is a finding only where that is forbidden, and nowhere where it is tolerated", async () => {
  const { site, proof } = await openSite();
  told();
  await site.ask("admin", `PUT /project/HR/permissionscheme`, { id: Number(await schemeId(site, legacy)) });
  await proof.up({ accounts: { bot: access } });
  expect(proof.kept()?.outputs.findings).toEqual({});
  await proof.up({ accounts: { bot: { ...access, elsewhere: "forbid", tolerate: { CREATE_ISSUES: "harmless" } } } });
  const why = `because the ${legacy} grants it to everybody who is logged in`;
  expect(proof.kept()?.outputs.findings).toEqual({
    bot: { "ADD_COMMENTS in HR": why, "BROWSE_PROJECTS in HR": why },
  });
});

test("a strict proof fails with what was found, and refreshes all the same", async () => {
  const { proof } = await openSite();
  const accounts = { bot: { ...access, permissions: ["BROWSE_PROJECTS"] } };
  await expect(proof.up({ accounts, strict: true })).rejects.toThrow(
    /^access is not as declared\n {2}bot: ADD_COMMENTS in PAY and WEB: through project role Integration, /,
  );
  await proof.up({ accounts: { bot: access }, strict: true });
  expect(await proof.refresh()).toMatchObject({ findings: {} });
});

test("an account that works in a project is proven there under the key that it had", async () => {
  const { site, proof } = await openSite();
  await proof.up({ accounts: { bot: access } });
  await site.ask("admin", "PUT /project/PAY", { key: "PAYM" });
  expect(await proof.up({ accounts: { bot: access } })).toBe("same");
});

test("says what is wrong with what is declared", async () => {
  const { site } = await openSite();
  const provider = await (await startProcess(site))("AccessProof");
  const bot = { account: "", projects: [1], permissions: [], elsewhere: "maybe", tolerate: { X: 1 } };
  const { failures } = await provider.check({}, { accounts: { bot } });
  expect(failures).toEqual([
    { property: "accounts.bot.account", reason: "must be a text that is not empty" },
    { property: "accounts.bot.projects", reason: "must hold texts only" },
    { property: "accounts.bot.tolerate", reason: "must hold texts only" },
    { property: "accounts.bot.elsewhere", reason: "must be one of report, forbid, ignore" },
  ]);
});
