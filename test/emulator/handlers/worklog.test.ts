import { expect, test } from "vitest";
import { accountId, startSite } from "../site.js";

const hour = { timeSpentSeconds: 3600, started: "2026-01-02T08:00:00.000+0000" };
const path = "/issue/PAY-1/worklog";

test("work is logged, listed, corrected and taken back", async () => {
  const site = await startSite();
  const made = await site.ask("bob", `POST ${path}`, hour);
  expect(made).toMatchObject({
    status: 201,
    body: { timeSpentSeconds: 3600, timeSpent: "60m", author: { displayName: "Bob" } },
  });
  const listed = (await site.ask("ann", `GET ${path}`)).body;
  expect(listed).toMatchObject({ total: 1, worklogs: [{ id: made.body.id }] });
  const changed = await site.ask("bob", `PUT ${path}/${made.body.id}`, { timeSpentSeconds: 60 });
  expect(changed.body).toMatchObject({ timeSpentSeconds: 60, started: hour.started });
  expect((await site.ask("ann", `GET ${path}/${made.body.id}`)).body.timeSpent).toBe("1m");
  expect((await site.ask("bob", `DELETE ${path}/${made.body.id}`)).status).toBe(204);
  expect((await site.ask("bob", `DELETE ${path}/${made.body.id}`)).status).toBe(404);
});

test("one's own or all, by permission", async () => {
  const site = await startSite();
  const { id } = (await site.ask("bob", `POST ${path}`, hour)).body;
  expect((await site.ask("carla", `PUT ${path}/${id}`, hour)).status).toBe(400);
  expect((await site.ask("carla", `DELETE ${path}/${id}`)).status).toBe(400);
  const holder = { type: "user", parameter: await accountId(site, "carla") };
  for (const permission of ["EDIT_ALL_WORKLOGS", "DELETE_ALL_WORKLOGS"]) {
    await site.ask("admin", "POST /permissionscheme/0/permission", { permission, holder });
  }
  expect((await site.ask("carla", `PUT ${path}/${id}`, hour)).body.updateAuthor.displayName).toBe("Carla");
  expect((await site.ask("carla", `DELETE ${path}/${id}`)).status).toBe(204);
  expect((await site.ask("triage", `POST ${path}`, hour)).status).toBe(404);
  expect((await site.ask("eve", "POST /issue/IDEA-1/worklog", hour)).status).toBe(400);
  expect((await site.ask("bob", `POST ${path}`, { timeSpentSeconds: 0 })).status).toBe(400);
});
