import { expect, test } from "vitest";
import { startSite } from "../site.js";

test("administrators see which groups give a licence for each product, and how many people have one", async () => {
  const site = await startSite();
  const { body } = await site.ask("admin", "GET /applicationrole");
  expect(body).toMatchObject([
    { key: "jira-software", groups: ["jira-software-users"], groupDetails: [{ name: "jira-software-users" }] },
  ]);
  expect(body[0].userCount).toBe(body[0].numberOfSeats - body[0].remainingSeats);
});
