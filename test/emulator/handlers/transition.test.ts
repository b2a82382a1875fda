import { expect, test } from "vitest";
import { startSite } from "../site.js";

test("the three transitions are listed for those who may make them, and only for them", async () => {
  const site = await startSite();
  const { body } = await site.ask("bob", "GET /issue/PAY-2/transitions");
  expect(body.transitions.map((one: { id: string; to: { name: string } }) => `${one.id} ${one.to.name}`)).toEqual([
    "11 To Do",
    "21 In Progress",
    "31 Done",
  ]);
  expect((await site.ask("bob", "GET /issue/PAY-2/transitions?transitionId=31")).body.transitions).toHaveLength(1);
  const viewer = await site.ask("eve", "GET /issue/IDEA-1/transitions");
  expect(viewer).toMatchObject({ status: 200, body: { transitions: [] } });
  expect((await site.ask("triage", "GET /issue/PAY-2/transitions")).status).toBe(404);
});

test("a transition changes the status", async () => {
  const site = await startSite();
  const moved = await site.ask("bob", "POST /issue/PAY-2/transitions", { transition: { id: "31" } });
  expect(moved.status).toBe(204);
  expect((await site.ask("bob", "GET /issue/PAY-2")).body.fields.status.name).toBe("Done");
});

test("without the permission, with an unknown id or with none it is 400", async () => {
  const site = await startSite();
  const done = { transition: { id: "31" } };
  expect((await site.ask("eve", "POST /issue/IDEA-1/transitions", done)).status).toBe(400);
  expect((await site.ask("bob", "POST /issue/PAY-2/transitions", { transition: { id: "5" } })).status).toBe(400);
  expect((await site.ask("bob", "POST /issue/PAY-2/transitions", {})).status).toBe(400);
  expect((await site.ask("triage", "POST /issue/PAY-2/transitions", done)).status).toBe(404);
});
