import { expect, test } from "vitest";
import { acme } from "../../../src/emulator/seed/acme.js";
import { accountId, startSite, type TestSite } from "../site.js";

async function read(site: TestSite, query = ""): Promise<string[]> {
  const { body } = await site.ask("admin", `GET /auditing/record${query}`);
  return body.records.map(
    ({ summary, objectItem }: { summary: string; objectItem: { name: string; parentName?: string } }) =>
      `${summary}: ${[objectItem.name, objectItem.parentName].filter(Boolean).join(" in ")}`,
  );
}

test("every change of administration is told of, newest first; what is refused or done to issues is not", async () => {
  const site = await startSite();
  const bob = await accountId(site, "bob");
  await site.ask("admin", "POST /group", { name: "bots" });
  await site.ask("admin", "POST /group", { name: "bots" });
  await site.ask("admin", "POST /group/user?groupname=bots", { accountId: bob });
  await site.ask("admin", "DELETE /permissionscheme/10000");
  await site.ask("ann", "PUT /project/PAY/role/10002", { categorisedActors: {} });
  await site.ask("bob", "PUT /issue/PAY-1", { fields: { summary: "x" } });
  await site.ask("admin", "PUT /project/PAY/permissionscheme", { id: 0 });
  await site.ask("admin", "POST /user", { emailAddress: "new@acme.example", products: [] });
  expect(await read(site)).toEqual([
    "User created: new@acme.example",
    "Permission scheme added to project: Payments",
    "Project roles changed: Administrators in PAY",
    "Permission scheme deleted: Legacy open scheme",
    "User added to group: bots",
    "Group created: bots",
  ]);
  const [record] = (await site.ask("admin", "GET /auditing/record?filter=roles")).body.records;
  expect(record).toMatchObject({ authorAccountId: await accountId(site, "ann"), category: "projects" });
});

test("records are filtered by words and by time, and read in parts", async () => {
  const site = await startSite();
  for (const name of ["one", "two", "three"]) await site.ask("admin", "POST /group", { name });
  expect(await read(site, "?filter=group%20two")).toEqual(["Group created: two"]);
  expect(await read(site, "?offset=1&limit=1")).toEqual(["Group created: two"]);
  expect(await read(site, "?from=2100-01-01")).toEqual([]);
  expect(await read(site, "?to=2100-01-01")).toHaveLength(3);
});

test("is for administrators, and not on the Free plan", async () => {
  const site = await startSite({ seed: { ...acme, plan: "free" } });
  expect((await site.ask("ann", "GET /auditing/record")).status).toBe(403);
  expect((await site.ask("admin", "GET /auditing/record")).status).toBe(403);
});
