import { expect, test } from "vitest";
import { accountId, startSite, type TestSite } from "../emulator/site.js";
import { describeState } from "../helpers/describe-state.js";
import { declareResource } from "../helpers/engine.js";
import { everyAllowance as allow } from "../helpers/every-allowance.js";
import { groupId, roleId, schemeId } from "../provider/on-site.js";

const legacy = "Legacy open scheme";
const deleteGroup = (name: string) => async (site: TestSite) =>
  site.ask("admin", `DELETE /group?groupId=${await groupId(site, name)}`);
const deleteEve = async (site: TestSite) => site.ask("admin", `DELETE /user?accountId=${await accountId(site, "eve")}`);

async function grantToTeam(site: TestSite) {
  const holder = { type: "group", parameter: "auditors" };
  const path = `/permissionscheme/${await schemeId(site, legacy)}/permission`;
  await site.ask("admin", `POST ${path}`, { permission: "EDIT_ISSUES", holder });
}

async function seatTeam(site: TestSite) {
  const path = `/project/PAY/role/${await roleId(site, "Administrators")}`;
  await site.ask("admin", `POST ${path}`, { group: ["auditors"] });
}

async function seatTeamByDefault(site: TestSite) {
  const path = `/role/${await roleId(site, "Administrators")}/actors`;
  await site.ask("admin", `POST ${path}`, { group: ["auditors"] });
}

async function joinEve(site: TestSite) {
  await site.ask("admin", "POST /group/user?groupname=pay-devs", { accountId: await accountId(site, "eve") });
}

test.each([
  [
    "HolderGrants",
    grantToTeam,
    { scheme: legacy, holder: "group:auditors", permissions: ["LINK_ISSUES"] },
    deleteGroup("auditors"),
  ],
  [
    "ProjectRoleActors",
    seatTeam,
    { project: "PAY", role: "Administrators", users: ["kim@acme.example"], allow },
    deleteGroup("auditors"),
  ],
  ["DefaultRoleActors", seatTeamByDefault, { role: "Administrators", users: [], allow }, deleteGroup("auditors")],
  ["GroupMembers", joinEve, { group: "pay-devs", users: [], allow }, deleteEve],
] as const)(
  "what %s had taken out and is gone since does not stop it from going",
  async (kind, prepare, inputs, remove) => {
    const [site, other] = [await startSite(), await startSite()];
    for (const one of [site, other]) await prepare(one);
    const resource = declareResource(site, kind);
    await resource.up(inputs);
    for (const one of [site, other]) await remove(one);
    await resource.destroy();
    expect(await describeState(site)).toEqual(await describeState(other));
  },
);
