import { expect, test } from "vitest";
import { startSite } from "../site.js";

test("finds who has all the permissions in a project or on an issue", async () => {
  const site = await startSite();
  const find = async (query: string) =>
    (await site.ask("admin", `GET /user/permission/search?${query}`)).body.map(
      ({ displayName }: { displayName: string }) => displayName,
    );
  expect(await find("query=&permissions=DELETE_ISSUES,BROWSE_PROJECTS&projectKey=PAY")).toEqual(["Admin", "Ann"]);
  expect(await find("query=b&permissions=BROWSE_PROJECTS&issueKey=PAY-1")).toEqual(["Bob"]);
  expect(await find("query=&permissions=BROWSE_PROJECTS&projectKey=PAY")).toHaveLength(12);
  expect(await find("query=&permissions=BROWSE_PROJECTS&projectKey=PAY&maxResults=3")).toHaveLength(3);
  expect(await find("query=&permissions=BROWSE_PROJECTS,ADMINISTER&projectKey=PAY")).toEqual(["Admin"]);
});

test("for administrators of the project, and only with everything that it needs", async () => {
  const site = await startSite();
  const status = async (who: string, query: string) =>
    (await site.ask(who, `GET /user/permission/search?${query}`)).status;
  const whole = "query=&permissions=EDIT_ISSUES&projectKey=PAY";
  expect(await status("ann", whole)).toBe(200);
  expect(await status("bob", whole)).toBe(403);
  expect(await status("triage", whole)).toBe(404);
  expect(await status("ann", "permissions=EDIT_ISSUES&projectKey=PAY")).toBe(400);
  expect(await status("ann", "query=&permissions=EDIT_ISSUES")).toBe(400);
  expect(await status("ann", "query=&projectKey=PAY")).toBe(400);
  expect(await status("ann", "query=&permissions=MAKE_COFFEE&projectKey=PAY")).toBe(400);
});
