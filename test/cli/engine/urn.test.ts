import { expect, test } from "vitest";
import { ownerIn, resourceIn } from "../../../src/cli/engine/urn.js";

const own =
  "urn:pulumi:demo::jira-access::jira-access:index:IntegrationUser$pulumi-nodejs:dynamic/jira:ProjectRole::bot";

test("a URN tells the stack's mark, and the kind and name of a resource of this package, whatever its parents", () => {
  expect(ownerIn(own)).toBe("jira-access/demo");
  expect(resourceIn(own)).toEqual({ kind: "ProjectRole", name: "bot" });
});

test("a name may hold what parts a URN", () => {
  const urn = "urn:pulumi:demo::jira-access::pulumi-nodejs:dynamic/jira:ProjectRoleActors::PAY/Dev::Ops";
  expect(resourceIn(urn)).toEqual({ kind: "ProjectRoleActors", name: "PAY/Dev::Ops" });
});

test("a resource of another package is none", () => {
  expect(resourceIn("urn:pulumi:demo::jira-access::pulumi:pulumi:Stack::jira-access-demo")).toBeUndefined();
});
