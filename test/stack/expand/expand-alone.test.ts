import { expect, test } from "vitest";
import { expandAlone } from "../../../src/stack/expand/expand-alone.js";
import { parseStack } from "../../../src/stack/read-stack.js";

const parse = (text: string) => parseStack("x.yaml", text);
const bot = (projects: string) =>
  parse(
    `integrationUsers:\n  bot: { account: bot@acme.example, projects: ${projects}, permissions: [BROWSE_PROJECTS] }\n`,
  );
const worksIn = (...given: Parameters<typeof expandAlone>) =>
  expandAlone(...given).desired.integrationUsers[0]?.projects;

test("without a site, selectors stand for the projects that files mention by key", () => {
  expect(worksIn(bot('["P*", WEB]'))).toEqual(["WEB"]);
  expect(worksIn(bot("[all]"), [parse("projects: { PAY: {}, OPS: {} }\n")])).toEqual(["OPS", "PAY"]);
});

test("what is asked for a category stays open, with its place", () => {
  expect(expandAlone(bot('["category:Delivery", WEB]')).open).toEqual([
    { selector: "category:Delivery", origin: ["integrationUsers", "bot", "projects", 0] },
  ]);
  expect(expandAlone(bot("[WEB, all]")).open).toEqual([]);
});
