import { afterAll, beforeAll, expect, test } from "vitest";
import { tokenOf } from "../../infra/trial/site.js";
import { textBelow } from "../canaries/collect.js";
import { findCanary } from "../canaries/find-canary.js";
import { openDemoStack, type StackProject } from "../helpers/stack-project.js";

const token = tokenOf("admin");
let demo: StackProject;

beforeAll(async () => {
  demo = await openDemoStack();
});
afterAll(() => demo.close());

function expectNoSecret(where: string, text: string): void {
  expect(findCanary(token, text), where).toEqual([]);
}

test("a token in the stack's configuration works and is kept encrypted", async () => {
  const configured = await openDemoStack({ JIRA_API_TOKEN: "" });
  try {
    await configured.pulumi("config", "set", "--secret", "jira:apiToken", token);
    await configured.pulumi("up", "--yes", "--skip-preview");
    expect((await configured.pulumi("preview", "--diff")).stdout).toContain("36 unchanged");
    expectNoSecret("the exported state", (await configured.pulumi("stack", "export")).stdout);
    expectNoSecret("the files", textBelow(configured.folder));
  } finally {
    configured.close();
  }
});

test("a token that was rotated in the environment is used by refresh, up and destroy", async () => {
  await demo.pulumi("up", "--yes", "--skip-preview");
  const rotated = demo.with({ JIRA_EMAIL: "", JIRA_API_TOKEN: "" });
  await rotated.pulumi("config", "set", "--secret", "jira:apiToken", "an-older-token");
  for (const words of [["refresh"], ["up"], ["destroy"]]) await demo.pulumi(...words, "--yes", "--skip-preview");
});
