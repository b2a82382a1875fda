import { expect, test } from "vitest";
import { accountId, basic, files, startSite } from "../site.js";

test("files are attached, described, listed with the issue and deleted", async () => {
  const site = await startSite();
  const added = await site.ask("bob", "POST /issue/PAY-1/attachments", files("a.txt", "b.txt"));
  expect(added).toMatchObject({
    status: 200,
    body: [
      { filename: "a.txt", mimeType: "text/plain", size: 5, author: { displayName: "Bob" } },
      { filename: "b.txt" },
    ],
  });
  const [{ id }] = added.body;
  expect((await site.ask("ann", `GET /attachment/${id}`)).body).toMatchObject({ id: Number(id), filename: "a.txt" });
  expect((await site.ask("bob", `DELETE /attachment/${id}`)).status).toBe(204);
  expect((await site.ask("bob", `DELETE /attachment/${id}`)).status).toBe(404);
  const { attachment } = (await site.ask("ann", "GET /issue/PAY-1?fields=attachment")).body.fields;
  expect(attachment).toMatchObject([{ filename: "b.txt" }]);
});

test("one's own or all, by permission", async () => {
  const site = await startSite();
  const [{ id }] = (await site.ask("bob", "POST /issue/PAY-1/attachments", files("a.txt"))).body;
  expect((await site.ask("carla", `DELETE /attachment/${id}`)).status).toBe(403);
  const holder = { type: "user", parameter: await accountId(site, "carla") };
  const grant = { permission: "DELETE_ALL_ATTACHMENTS", holder };
  await site.ask("admin", "POST /permissionscheme/0/permission", grant);
  expect((await site.ask("triage", `GET /attachment/${id}`)).status).toBe(404);
  expect((await site.ask("carla", `DELETE /attachment/${id}`)).status).toBe(204);
});

test("files need the header against forged requests, a body needs files", async () => {
  const site = await startSite();
  const response = await fetch(`${site.url}/rest/api/3/issue/PAY-1/attachments`, {
    method: "POST",
    headers: { authorization: basic("bob@acme.example", "emulator-bob-token") },
    body: files("a.txt"),
  });
  expect([response.status, await response.text()]).toEqual([403, "XSRF check failed"]);
  expect((await site.ask("bob", "POST /issue/PAY-1/attachments", files())).status).toBe(400);
});
