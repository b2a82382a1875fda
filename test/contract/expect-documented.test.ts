import { describe, expect, test } from "vitest";
import { expectDocumented } from "./expect-documented.js";
import { findOperation, hasDocument, listOperations } from "./openapi.js";
import { undocumentedStatuses } from "./undocumented.js";

const scheme = { method: "GET", url: "http://localhost/rest/api/3/permissionscheme/0", status: 200 };

describe.skipIf(!hasDocument)("the check against Atlassian's OpenAPI document, found by JIRA_OPENAPI", () => {
  test("passes what fits, unknown properties too", () => {
    expectDocumented({ ...scheme, body: { id: 1, name: "x", more: true } });
    expectDocumented({ ...scheme, status: 404, body: { errorMessages: [] } });
  });

  test.each([
    ["a wrong type", { id: "1", name: "x" }, /id must be integer/],
    ["a missing property", { id: 1 }, /must have required property 'name'/],
    ["a wrong part of a part", { name: "x", permissions: [{ holder: { type: 5 } }] }, /holder\/type must be string/],
    ["a text that is no address", { name: "x", self: "not an address" }, /self must match format "uri"/],
  ])("finds %s", (_, body, message) => {
    expect(() => expectDocumented({ ...scheme, body })).toThrow(message);
  });

  test("finds a status that is neither documented nor known to be missing there", () => {
    expect(() => expectDocumented({ ...scheme, status: 418, body: "" })).toThrow("getPermissionScheme 418");
  });

  test("a path without variable parts goes before one with", () => {
    expect(findOperation("GET", "/rest/api/3/project/search")?.id).toBe("searchProjects");
    expect(findOperation("GET", "/rest/api/3/project/PAY")?.id).toBe("getProject");
    expect(findOperation("GET", "/nowhere")).toBeUndefined();
  });

  test("what is called undocumented is not documented", () => {
    const byId = new Map(listOperations().map((operation) => [operation.id, operation]));
    for (const name of Object.keys(undocumentedStatuses)) {
      const [id = "", status = ""] = name.split(" ");
      expect(byId.get(id)?.statuses, name).toEqual(expect.not.arrayContaining([status]));
    }
  });
});
