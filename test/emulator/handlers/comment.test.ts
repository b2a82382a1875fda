import { describe, expect, test } from "vitest";
import { startSite, type TestSite } from "../site.js";

const body = {
  body: { type: "doc", version: 1, content: [{ type: "paragraph", content: [{ type: "text", text: "Hello" }] }] },
};

async function grant(site: TestSite, permission: string): Promise<void> {
  const holder = { type: "group", parameter: "acme-staff" };
  const { status } = await site.ask("admin", "POST /permissionscheme/0/permission", { permission, holder });
  expect(status).toBe(201);
}

async function revoke(site: TestSite, permission: string): Promise<void> {
  const { body } = await site.ask("admin", "GET /permissionscheme/0?expand=permissions");
  for (const grant of body.permissions) {
    if (grant.permission === permission && grant.holder.type === "group") {
      await site.ask("admin", `DELETE /permissionscheme/0/permission/${grant.id}`);
    }
  }
}

test("comments are listed in pages, oldest or newest first", async () => {
  const site = await startSite();
  const all = await site.ask("bob", "GET /issue/PAY-1/comment");
  expect(all).toMatchObject({ status: 200, body: { startAt: 0, maxResults: 100, total: 2 } });
  const names = (list: { author: { displayName: string } }[]) => list.map((comment) => comment.author.displayName);
  expect(names(all.body.comments)).toEqual(["Bob", "Ann"]);
  const newest = await site.ask("bob", "GET /issue/PAY-1/comment?orderBy=-created&maxResults=1");
  expect(names(newest.body.comments)).toEqual(["Ann"]);
  expect((await site.ask("bob", "GET /issue/PAY-1/comment?orderBy=author")).status).toBe(400);
  expect((await site.ask("triage", "GET /issue/PAY-1/comment")).status).toBe(404);
});

test("a comment is added, read, edited and deleted by its author", async () => {
  const site = await startSite();
  const added = await site.ask("bob", "POST /issue/PAY-2/comment", body);
  expect(added).toMatchObject({ status: 201, body: { author: { displayName: "Bob" }, body: body.body } });
  const one = `/issue/PAY-2/comment/${added.body.id}`;
  expect((await site.ask("carla", `GET ${one}`)).body).toMatchObject({ id: added.body.id });
  const text = { body: { ...body.body, content: [] } };
  expect((await site.ask("bob", `PUT ${one}`, text)).body.body.content).toEqual([]);
  expect((await site.ask("bob", `DELETE ${one}`)).status).toBe(204);
  expect((await site.ask("bob", `GET ${one}`)).status).toBe(404);
});

test("a comment must be an Atlassian document", async () => {
  const site = await startSite();
  expect((await site.ask("bob", "POST /issue/PAY-2/comment", { body: "text" })).status).toBe(400);
  expect((await site.ask("bob", "POST /issue/PAY-2/comment", {})).status).toBe(400);
});

test("adding needs ADD_COMMENTS", async () => {
  const site = await startSite();
  await revoke(site, "ADD_COMMENTS");
  expect((await site.ask("bob", "POST /issue/PAY-2/comment", body)).status).toBe(400);
  expect((await site.ask("triage", "POST /issue/PAY-2/comment", body)).status).toBe(404);
});

describe.each([
  ["PUT", "EDIT", 200],
  ["DELETE", "DELETE", 204],
] as const)("%s of comments", (method, verb, done) => {
  const sent = method === "PUT" ? body : undefined;

  async function commentOf(site: TestSite, author: string): Promise<string> {
    const { id } = (await site.ask(author, "POST /issue/PAY-2/comment", body)).body;
    return `${method} /issue/PAY-2/comment/${id}`;
  }

  test("one's own needs the permission for one's own or for all", async () => {
    const site = await startSite();
    const request = await commentOf(site, "bob");
    await revoke(site, `${verb}_OWN_COMMENTS`);
    expect((await site.ask("bob", request, sent)).status).toBe(400);
    await grant(site, `${verb}_ALL_COMMENTS`);
    expect((await site.ask("bob", request, sent)).status).toBe(done);
  });

  test("somebody else's needs the permission for all", async () => {
    const site = await startSite();
    const request = await commentOf(site, "bob");
    expect((await site.ask("carla", request, sent)).status).toBe(400);
    await grant(site, `${verb}_ALL_COMMENTS`);
    expect((await site.ask("carla", request, sent)).status).toBe(done);
  });

  test("an unknown comment is 404", async () => {
    const site = await startSite();
    expect((await site.ask("ann", `${method} /issue/PAY-2/comment/1`, sent)).status).toBe(404);
  });
});
