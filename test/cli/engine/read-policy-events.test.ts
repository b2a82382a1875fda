import { expect, test } from "vitest";
import { readPolicyEvents } from "../../../src/cli/engine/read-policy-events.js";

const urn = "urn:pulumi:web::jira-access::my:index:Team$pulumi-nodejs:dynamic/jira:PermissionScheme::web";
const policyEvent = {
  resourceUrn: urn,
  message: "No.\nRight: x\n",
  policyName: "public-grant",
  policyPackName: "jira-access",
  enforcementLevel: "mandatory",
  severity: "high",
};
const log = (...events: readonly unknown[]) => events.map((event) => `${JSON.stringify(event)}\n`).join("");

test("what policies object to is read with the resource that it is about, also inside a component", () => {
  const stackItself = "urn:pulumi:web::jira-access::pulumi:pulumi:Stack::jira-access-web";
  const advisory = {
    policyName: "own",
    resourceUrn: stackItself,
    message: "Better not.",
    enforcementLevel: "advisory",
  };
  const { violations, isComplete } = readPolicyEvents(
    log({ preludeEvent: {} }, { policyEvent }, { policyEvent: advisory }, { policyAnalyzeStackSummaryEvent: {} }),
  );
  expect(violations).toEqual([
    {
      policy: "public-grant",
      severity: "high",
      isMandatory: true,
      message: "No.\nRight: x",
      resource: { kind: "PermissionScheme", name: "web" },
    },
    { policy: "own", isMandatory: false, message: "Better not." },
  ]);
  expect(isComplete).toBe(true);
});

test("a run that broke off before policies judged the whole stack is told apart", () => {
  expect(readPolicyEvents(log({ policyEvent })).isComplete).toBe(false);
  expect(readPolicyEvents("")).toEqual({ violations: [], isComplete: false });
});
