import { expect, test } from "vitest";
import { createClient } from "../../src/client/create-client.js";
import { checkPermissions, listPermissions } from "../../src/client/permission.js";
import { accountId, startSite } from "../emulator/site.js";
import { takeRequests } from "../helpers/describe-state.js";
import { roleId } from "../provider/on-site.js";

async function openSite() {
  const site = await startSite();
  const proof = { kind: "api-token", email: "admin@acme.example", token: "emulator-admin-token" } as const;
  return { site, client: createClient({ baseUrl: site.url, site: site.url, proof }) };
}

test("permissions are known with where they are held", async () => {
  const permissions = await listPermissions((await openSite()).client);
  expect([permissions.get("BROWSE_PROJECTS"), permissions.get("ADMINISTER")]).toEqual(["project", "global"]);
});

test("what an account holds is asked in one request for each thousand of projects", async () => {
  const { site, client } = await openSite();
  const { id, key } = (await site.ask("admin", "GET /project/PAY")).body;
  const account = await accountId(site, "ann");
  await site.ask("admin", `POST /project/${key}/role/${await roleId(site, "Administrators")}`, { user: [account] });
  await takeRequests(site);

  const held = await checkPermissions(client, {
    account,
    global: ["USER_PICKER", "ADMINISTER"],
    inProjects: ["ADMINISTER_PROJECTS", "ARCHIVE_ISSUES"],
    projects: [...Array.from({ length: 1499 }, (_, index) => `${900_000 + index}`), id],
  });
  expect([...held.global]).toEqual(["USER_PICKER"]);
  expect([...(held.inProjects.get("ADMINISTER_PROJECTS") ?? [])]).toEqual([id]);
  expect(await takeRequests(site)).toEqual(Array(2).fill("POST /rest/api/3/permissions/check"));
});

test("global permissions can be asked for alone", async () => {
  const { client } = await openSite();
  const held = await checkPermissions(client, { global: ["ADMINISTER"] });
  expect([[...held.global], held.inProjects.size]).toEqual([["ADMINISTER"], 0]);
});
