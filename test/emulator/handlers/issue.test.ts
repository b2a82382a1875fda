import { describe, expect, test } from "vitest";
import { startSite } from "../site.js";

const hidden = "Issue does not exist or you do not have permission to see it.";

const fields = { project: { key: "PAY" }, summary: "New", issuetype: { name: "Task" } };

describe("reading", () => {
  test("by key in any case, or by id, with all fields or those that are asked for", async () => {
    const site = await startSite();
    const { status, body } = await site.ask("ann", "GET /issue/pay-1");
    expect(status).toBe(200);
    expect(body).toMatchObject({
      key: "PAY-1",
      fields: {
        summary: "Card payments fail on the first try",
        project: { key: "PAY", style: "classic" },
        status: { name: "In Progress", statusCategory: { key: "indeterminate" } },
        issuetype: { name: "Bug" },
        reporter: { displayName: "Bob" },
        assignee: { displayName: "Ann" },
        comment: { total: 2 },
      },
    });
    expect((await site.ask("ann", `GET /issue/${body.id}`)).body.key).toBe("PAY-1");
    const some = await site.ask("ann", "GET /issue/PAY-1?fields=summary,status");
    expect(Object.keys(some.body.fields)).toEqual(["summary", "status"]);
    const most = await site.ask("ann", "GET /issue/PAY-1?fields=*all,-comment");
    expect(most.body.fields).not.toHaveProperty("comment");
    expect(most.body.fields).toHaveProperty("summary");
  });

  test("a hidden issue is as absent as a missing one", async () => {
    const site = await startSite();
    for (const [who, key] of [
      ["triage", "PAY-1"],
      ["ann", "PAY-99"],
      [null, "PAY-1"],
      ["dmitri", "IDEA-1"],
    ] as const) {
      const { status, body } = await site.ask(who, `GET /issue/${key}`);
      expect(status).toBe(404);
      expect(body).toEqual({ errorMessages: [hidden], errors: {} });
    }
  });
});

describe("creating", () => {
  test("gives the next key, the caller as reporter, and the first status", async () => {
    const site = await startSite();
    const made = await site.ask("bob", "POST /issue", { fields });
    expect(made).toMatchObject({ status: 201, body: { key: "PAY-4", id: expect.any(String) } });
    const { body } = await site.ask("bob", "GET /issue/PAY-4");
    expect(body.fields).toMatchObject({
      summary: "New",
      reporter: { displayName: "Bob" },
      status: { name: "To Do" },
      assignee: null,
    });
  });

  test("a key is never used twice", async () => {
    const site = await startSite();
    await site.ask("bob", "POST /issue", { fields });
    await site.ask("ann", "DELETE /issue/PAY-4");
    expect((await site.ask("bob", "POST /issue", { fields })).body.key).toBe("PAY-5");
  });

  test.each([
    ["no summary", { project: { key: "PAY" }, issuetype: { name: "Task" } }],
    ["an unknown issue type", { ...fields, issuetype: { name: "Wish" } }],
    ["an unknown project", { ...fields, project: { key: "NOPE" } }],
    ["a field that is not on the screen", { ...fields, priority: { name: "High" } }],
    ["a description in plain text", { ...fields, description: "text" }],
  ])("%s is 400", async (_, fields) => {
    const site = await startSite();
    const { status, body } = await site.ask("bob", "POST /issue", { fields });
    expect(status).toBe(400);
    expect(Object.keys(body.errors)).not.toHaveLength(0);
  });

  test("without the permission 400, without a login 401", async () => {
    const site = await startSite();
    expect((await site.ask("triage", "POST /issue", { fields })).status).toBe(400);
    const idea = { ...fields, project: { key: "IDEA" } };
    const viewer = await site.ask("eve", "POST /issue", { fields: idea });
    expect(viewer).toMatchObject({ status: 400, body: { errors: { project: expect.stringContaining("permission") } } });
    expect((await site.ask(null, "POST /issue", { fields })).status).toBe(401);
  });
});

test("editing changes the summary: 204, and 400 without the permission", async () => {
  const site = await startSite();
  const body = { fields: { summary: "Better" } };
  expect((await site.ask("bob", "PUT /issue/PAY-1", body)).status).toBe(204);
  expect((await site.ask("bob", "GET /issue/PAY-1")).body.fields.summary).toBe("Better");
  expect((await site.ask("eve", "PUT /issue/IDEA-1", body)).status).toBe(400);
  expect((await site.ask("triage", "PUT /issue/PAY-1", body)).status).toBe(404);
  expect((await site.ask("bob", "PUT /issue/PAY-1", { fields: { status: "Done" } })).status).toBe(400);
});

test("deleting needs DELETE_ISSUES: 403 without it, 404 where the issue is hidden", async () => {
  const site = await startSite();
  expect((await site.ask("bob", "DELETE /issue/PAY-1")).status).toBe(403);
  expect((await site.ask("triage", "DELETE /issue/PAY-1")).status).toBe(404);
  expect((await site.ask("ann", "DELETE /issue/PAY-1")).status).toBe(204);
  expect((await site.ask("ann", "GET /issue/PAY-1")).status).toBe(404);
});
