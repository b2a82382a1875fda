import { expect, it } from "vitest";
import type { JiraClient } from "../../src/client/create-client.js";
import { listProjects } from "../../src/client/project.js";

it("knows of each project who manages it and its category", async () => {
  const values = [
    { id: "1", key: "PAY", name: "Payments", style: "classic", projectCategory: { id: "7", name: "Delivery" } },
    { id: "2", key: "WEB", name: "Website", simplified: false },
    { id: "3", key: "IDEA", name: "Ideas", style: "next-gen" },
  ];
  const client: JiraClient = {
    site: "acme",
    call: async (_operation, _given, answer) => answer.parse({ values, isLast: true }),
  };
  expect(await listProjects(client)).toEqual([
    { id: "1", key: "PAY", name: "Payments", management: "company", category: "Delivery" },
    { id: "2", key: "WEB", name: "Website", management: "company" },
    { id: "3", key: "IDEA", name: "Ideas", management: "team" },
  ]);
});
