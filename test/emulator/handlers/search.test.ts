import { describe, expect, test } from "vitest";
import { startSite } from "../site.js";

interface Found {
  readonly key: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

const keysOf = (body: { issues: readonly Found[] }) => body.issues.map(({ key }) => key);

describe("search", () => {
  test.each([
    ["project = PAY", ["PAY-3", "PAY-2", "PAY-1"]],
    ["key in (PAY-1, 'WEB-1') ORDER BY created", ["WEB-1", "PAY-1"]],
    ['project = Payments AND status = "In Progress"', ["PAY-1"]],
    ["project = pay and assignee = currentUser()", ["PAY-1"]],
    ["project = NONE", []],
  ])("%s", async (jql, keys) => {
    const site = await startSite();
    const posted = await site.ask("ann", "POST /search/jql", { jql, fields: ["summary"] });
    expect([posted.status, keysOf(posted.body), posted.body.isLast]).toEqual([200, keys, true]);
    const got = await site.ask("ann", `GET /search/jql?fields=summary&jql=${encodeURIComponent(jql)}`);
    expect(keysOf(got.body)).toEqual(keys);
    if (keys.length > 0) expect(Object.keys(posted.body.issues[0].fields)).toEqual(["summary"]);
  });

  test("finds only what the caller may see, and nothing is no error", async () => {
    const site = await startSite();
    const { status, body } = await site.ask("release-notes", "POST /search/jql", { jql: "project = PAY" });
    expect([status, body]).toEqual([200, { issues: [], isLast: true }]);
  });

  test("gives pages by a token", async () => {
    const site = await startSite();
    const sent = { jql: "project = PAY", maxResults: 2 };
    const { body } = await site.ask("ann", "POST /search/jql", sent);
    expect([body.issues.length, body.isLast]).toEqual([2, false]);
    const next = await site.ask("ann", "POST /search/jql", { ...sent, nextPageToken: body.nextPageToken });
    expect([next.body.issues.length, next.body.isLast]).toEqual([1, true]);
  });

  test.each(["", "ORDER BY created", "summary ~ card", "project = PAY OR key = WEB-1", "project in PAY"])(
    "%j is refused",
    async (jql) => {
      const site = await startSite();
      expect((await site.ask("ann", "POST /search/jql", { jql })).status).toBe(400);
    },
  );
});
