import { expect, test } from "vitest";
import { startSite } from "../site.js";

const legacy = "/permissionscheme/10000/permission";
const editForStaff = { permission: "ADD_COMMENTS", holder: { type: "group", parameter: "acme-staff" } };

test("grants are listed, with their holders expanded when asked", async () => {
  const site = await startSite();
  const plain = await site.ask("ann", `GET ${legacy}`);
  expect(plain.status).toBe(200);
  expect(plain.body.permissions).toHaveLength(7);
  expect(plain.body.permissions[0].holder).not.toHaveProperty("projectRole");
  const full = await site.ask("ann", `GET ${legacy}?expand=projectRole`);
  expect(full.body.permissions[0].holder.projectRole.name).toBe("Administrators");
  expect((await site.ask("ann", "GET /permissionscheme/77/permission")).status).toBe(404);
});

test("a grant is added, read, and taken away", async () => {
  const site = await startSite();
  const made = await site.ask("admin", `POST ${legacy}`, editForStaff);
  expect(made).toMatchObject({ status: 201, body: { permission: "ADD_COMMENTS", holder: { type: "group" } } });
  const one = `${legacy}/${made.body.id}`;
  expect((await site.ask("eve", `GET ${one}`)).body).toEqual(made.body);
  expect((await site.ask("admin", `DELETE ${one}`)).status).toBe(204);
  expect((await site.ask("admin", `GET ${one}`)).status).toBe(404);
});

test("a grant that is already there is refused, by whichever way its holder is named", async () => {
  const site = await startSite();
  const made = await site.ask("admin", `POST ${legacy}`, editForStaff);
  expect((await site.ask("admin", `POST ${legacy}`, editForStaff)).status).toBe(400);
  const holder = { type: "group", value: made.body.holder.value };
  expect((await site.ask("admin", `POST ${legacy}`, { permission: "ADD_COMMENTS", holder })).status).toBe(400);
  expect((await site.ask("admin", `GET ${legacy}`)).body.permissions).toHaveLength(8);
});

test("an unknown grant is 404 to read and 400 to delete", async () => {
  const site = await startSite();
  expect((await site.ask("admin", `GET ${legacy}/1`)).status).toBe(404);
  expect((await site.ask("admin", `DELETE ${legacy}/1`)).status).toBe(400);
});

test("an unknown permission, holder or expand value is 400", async () => {
  const site = await startSite();
  const holder = { type: "anyone" };
  expect((await site.ask("admin", `POST ${legacy}`, { permission: "FLY", holder })).status).toBe(400);
  expect((await site.ask("admin", `POST ${legacy}`, { permission: "EDIT_ISSUES" })).status).toBe(400);
  expect((await site.ask("admin", `POST ${legacy}?expand=wings`, editForStaff)).status).toBe(400);
});

test("only administrators write", async () => {
  const site = await startSite();
  const { id } = (await site.ask("admin", `GET ${legacy}`)).body.permissions[0];
  expect((await site.ask("ann", `POST ${legacy}`, editForStaff)).status).toBe(403);
  expect((await site.ask("ann", `DELETE ${legacy}/${id}`)).status).toBe(403);
  expect((await site.ask(null, `DELETE ${legacy}/${id}`)).status).toBe(401);
});
