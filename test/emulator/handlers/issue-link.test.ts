import { expect, test } from "vitest";
import { accountId, startSite } from "../site.js";

const link = { type: { name: "Blocks" }, inwardIssue: { key: "PAY-1" }, outwardIssue: { key: "WEB-1" } };

test("issues are linked once, shown to each other, and unlinked", async () => {
  const site = await startSite();
  for (const time of [1, 2])
    expect([time, (await site.ask("bob", "POST /issueLink", link)).status]).toEqual([time, 201]);
  const linksOf = async (key: string) =>
    (await site.ask("bob", `GET /issue/${key}?fields=issuelinks`)).body.fields.issuelinks;
  const [{ id }, ...others] = await linksOf("PAY-1");
  expect(others).toEqual([]);
  expect(await linksOf("PAY-1")).toMatchObject([{ type: { outward: "blocks" }, outwardIssue: { key: "WEB-1" } }]);
  expect(await linksOf("WEB-1")).toMatchObject([{ id, inwardIssue: { key: "PAY-1" } }]);
  const whole = await site.ask("bob", `GET /issueLink/${id}`);
  expect(whole.body).toMatchObject({ inwardIssue: { key: "PAY-1" }, outwardIssue: { key: "WEB-1" } });
  expect((await site.ask("bob", `DELETE /issueLink/${id}`)).status).toBe(204);
  expect((await site.ask("bob", `GET /issueLink/${id}`)).status).toBe(404);
  expect(await linksOf("PAY-1")).toEqual([]);
});

test("both issues must be visible, and the outward one's project must allow links", async () => {
  const site = await startSite();
  expect((await site.ask("triage", "POST /issueLink", link)).status).toBe(404);
  const triage = await accountId(site, "triage");
  const holder = { type: "user", parameter: triage };
  await site.ask("admin", "POST /permissionscheme/0/permission", { permission: "BROWSE_PROJECTS", holder });
  expect((await site.ask("triage", "POST /issueLink", link)).status).toBe(404);
  await site.ask("admin", "POST /permissionscheme/0/permission", { permission: "LINK_ISSUES", holder });
  expect((await site.ask("triage", "POST /issueLink", link)).status).toBe(201);
  expect((await site.ask("triage", "POST /issueLink", { ...link, type: { name: "Likes" } })).status).toBe(404);
});

test("an issue that the reader cannot see is not among the links, and a deleted one takes its links along", async () => {
  const site = await startSite();
  const toIdea = { ...link, inwardIssue: { key: "IDEA-1" }, outwardIssue: { key: "PAY-1" } };
  await site.ask("ann", "POST /issueLink", toIdea);
  const linksOf = async (who: string) =>
    (await site.ask(who, "GET /issue/PAY-1?fields=issuelinks")).body.fields.issuelinks;
  expect(await linksOf("ann")).toHaveLength(1);
  expect(await linksOf("dmitri")).toEqual([]);
  await site.ask("carla", "DELETE /issue/IDEA-1");
  expect((await site.control("GET /state")).body.links).toEqual([]);
});
