import { describe, expect, test } from "vitest";
import { accountId, startSite } from "../site.js";

describe("inviting", () => {
  test("makes an account that can log in, with the licence of each product", async () => {
    const site = await startSite();
    const invitation = { emailAddress: "build-bot@acme.example", products: ["jira-software"] };
    const made = await site.ask("admin", "POST /user", invitation);
    expect(made).toMatchObject({
      status: 201,
      body: { displayName: "Build Bot", accountType: "atlassian", active: true, applicationRoles: { size: 1 } },
    });
    expect(await accountId(site, "build-bot")).toBe(made.body.accountId);
    const groups = (await site.ask("admin", `GET /user/groups?accountId=${made.body.accountId}`)).body;
    expect(groups).toMatchObject([{ name: "jira-software-users" }]);
    const again = await site.ask("admin", "POST /user", { ...invitation, emailAddress: "BUILD-BOT@acme.example" });
    expect(again).toMatchObject({ status: 201, body: { accountId: made.body.accountId } });
  });

  test("without a product gives an account that Jira does not let in, and that cannot be invited again", async () => {
    const site = await startSite();
    const invitation = { emailAddress: "guest@acme.example", products: [] };
    expect(await site.ask("admin", "POST /user", { ...invitation, displayName: "A guest" })).toMatchObject({
      status: 201,
      body: { displayName: "A guest" },
    });
    expect((await site.ask("guest", "GET /myself")).status).toBe(401);
    expect((await site.ask("admin", "POST /user", invitation)).status).toBe(400);
  });

  test("needs administration, an e-mail and products that the site has", async () => {
    const site = await startSite();
    const products = ["jira-software"];
    const invite = (who: string, body: unknown) => site.ask(who, "POST /user", body).then(({ status }) => status);
    expect(await invite("ann", { emailAddress: "x@acme.example", products })).toBe(403);
    expect(await invite("admin", { emailAddress: "no address", products })).toBe(400);
    expect(await invite("admin", { emailAddress: "x@acme.example" })).toBe(400);
    expect(await invite("admin", { emailAddress: "x@acme.example", products: ["jira-toaster"] })).toBe(400);
  });
});

describe("removing", () => {
  test("takes the account off the site with all its memberships; what it wrote stays", async () => {
    const site = await startSite();
    const bob = await accountId(site, "bob");
    await site.ask("admin", "POST /project/WEB/role/10002", { user: [bob] });
    const grant = { permission: "DELETE_ISSUES", holder: { type: "user", parameter: bob } };
    await site.ask("admin", "POST /permissionscheme/0/permission", grant);
    expect((await site.ask("admin", `DELETE /user?accountId=${bob}`)).status).toBe(204);
    expect((await site.ask("bob", "GET /myself")).status).toBe(401);
    const { groups, roles, schemes, projects } = (await site.control("GET /state")).body;
    expect(JSON.stringify({ groups, roles, schemes, projects })).not.toContain(bob);
    expect((await site.ask("ann", "GET /issue/PAY-1")).body.fields.reporter).toEqual({ accountId: bob });
    expect((await site.ask("admin", `DELETE /user?accountId=${bob}`)).status).toBe(404);
  });

  test("is refused for oneself, for who leads a project, and to who is no administrator", async () => {
    const site = await startSite();
    const [admin, ann, bob] = [
      await accountId(site, "admin"),
      await accountId(site, "ann"),
      await accountId(site, "bob"),
    ];
    expect((await site.ask("admin", `DELETE /user?accountId=${admin}`)).status).toBe(400);
    expect((await site.ask("admin", `DELETE /user?accountId=${ann}`)).body.errorMessages).toEqual([
      "'Ann' leads the project PAY and cannot be removed.",
    ]);
    expect((await site.ask("ann", `DELETE /user?accountId=${bob}`)).status).toBe(403);
    expect((await site.ask("admin", "DELETE /user")).status).toBe(400);
  });
});
