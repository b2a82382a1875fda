import { expect, test } from "vitest";
import { operationFacts } from "../../src/catalogue/operation-fact.js";
import { routes } from "../../src/emulator/serve-routes.js";

test("every operation that is served has the method and the path that the catalogue gives it", () => {
  for (const { operation, method, path } of routes) {
    const fact = operationFacts[operation];
    const served = `${method} /rest/api/3${path.replace(/:\w+/g, "{}")}`;
    expect(served, operation).toBe(`${fact.method} ${fact.path.replace(/\{\w+\}/g, "{}")}`);
  }
});

test("no operation is served twice", () => {
  const served = routes.map(({ operation }) => operation);
  expect(served.length).toBe(new Set(served).size);
});
