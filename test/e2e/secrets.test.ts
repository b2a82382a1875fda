import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { tokenOf } from "../../infra/demo/site.js";
import { openDemoStack, type StackProject } from "../helpers/stack-project.js";

const token = tokenOf("admin");
const forms = [
  token,
  encodeURIComponent(token),
  Buffer.from(token).toString("base64"),
  Buffer.from(`admin@acme.example:${token}`).toString("base64"),
];

let demo: StackProject;

beforeAll(async () => {
  demo = await openDemoStack();
});
afterAll(() => demo.close());

function expectNoSecret(where: string, text: string): void {
  for (const form of forms) expect(text.includes(form) ? where : undefined).toBeUndefined();
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

test("a token in the environment is in no output, no log at full detail and no file", async () => {
  for (const words of [
    ["up", "--yes", "--skip-preview"],
    ["preview", "--diff"],
    ["stack", "export"],
  ]) {
    const { stdout, stderr } = await demo.pulumi(...words, "--logtostderr", "-v=11");
    expectNoSecret(words.join(" "), stdout);
    expectNoSecret(`the log of ${words.join(" ")}`, stderr);
  }
  for (const file of filesBelow(demo.folder)) expectNoSecret(file, readFileSync(file, "utf8"));
});

test("a token in the stack's configuration works and is kept encrypted", async () => {
  const configured = await openDemoStack({ JIRA_API_TOKEN: "" });
  try {
    await configured.pulumi("config", "set", "--secret", "jira:apiToken", token);
    await configured.pulumi("up", "--yes", "--skip-preview");
    expect((await configured.pulumi("preview", "--diff")).stdout).toContain("36 unchanged");
    expectNoSecret("the exported state", (await configured.pulumi("stack", "export")).stdout);
    for (const file of filesBelow(configured.folder)) expectNoSecret(file, readFileSync(file, "utf8"));
  } finally {
    configured.close();
  }
});

test("a token that was rotated in the environment is used by refresh, up and destroy", async () => {
  const rotated = demo.with({ JIRA_EMAIL: "", JIRA_API_TOKEN: "" });
  await rotated.pulumi("config", "set", "--secret", "jira:apiToken", "an-older-token");
  for (const words of [["refresh"], ["up"], ["destroy"]]) await demo.pulumi(...words, "--yes", "--skip-preview");
});
