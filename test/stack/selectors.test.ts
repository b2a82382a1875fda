import { describe, expect, it } from "vitest";
import type { Project } from "../../src/model/project.js";
import { select, selectEach, selectorFault } from "../../src/stack/selectors.js";

const project = (key: string, category?: string, management: Project["management"] = "company"): Project => ({
  id: key,
  key,
  name: key,
  management,
  ...(category === undefined ? {} : { category }),
});
const site = [
  project("WEB", "Delivery"),
  project("PAY", "Delivery"),
  project("PAYROLL", "People"),
  project("OPS"),
  project("PAYIDEAS", "Delivery", "team"),
];

describe("a selector", () => {
  it.each([
    ["PAY", ["PAY"]],
    ["NOPE", ["NOPE"]],
    ["all", ["OPS", "PAY", "PAYROLL", "WEB"]],
    ["category:Delivery", ["PAY", "WEB"]],
    ["category:delivery", []],
    ["PAY*", ["PAY", "PAYROLL"]],
    ["*Y*L*", ["PAYROLL"]],
    ["*L", ["PAYROLL"]],
    ["*PS", ["OPS"]],
    ["PA*AY", []],
    ["*", ["OPS", "PAY", "PAYROLL", "WEB"]],
    ["X*", []],
  ])("%s stands for %j", (text, keys) => {
    expect(select(text, site)).toEqual(keys);
  });

  it.each([
    ["pay*", '"pay*" is no pattern of project keys (capitals, digits, underscores and *); did you mean PAY*?'],
    ["PAY-*", '"PAY-*" is no pattern of project keys (capitals, digits, underscores and *)'],
    ["category:", "expected a name, found an empty text"],
    ["category: Delivery", '" Delivery" has spaces around it; did you mean "Delivery"?'],
    ["pay", '"pay" is no project key (a capital letter, then capitals, digits or underscores); did you mean PAY?'],
  ])("cannot be %j", (text, message) => {
    expect(selectorFault(text)).toBe(message);
  });

  it.each(["all", "category:Kunden & Co", "PAY*", "*", "PAY"])("may be %j", (text) => {
    expect(selectorFault(text)).toBeUndefined();
  });

  it("with very many stars is matched in no time", () => {
    const long = project("A".repeat(250));
    expect(select(`${"A*".repeat(100)}B`, [long])).toEqual([]);
  });
});

it("a list names each project once, where it first does", () => {
  expect(selectEach(["PAYROLL", "PAY*", "all", "NOPE"], site)).toEqual([
    { project: "PAYROLL", index: 0 },
    { project: "PAY", index: 1 },
    { project: "OPS", index: 2 },
    { project: "WEB", index: 2 },
    { project: "NOPE", index: 3 },
  ]);
});
