import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { scriptsIn } from "../docs/documents.js";
import { startSite } from "../emulator/site.js";
import { openCleanClone } from "../helpers/clean-clone.js";
import { describeState, takeWrites } from "../helpers/describe-state.js";

const guide = readFileSync("docs/quick-start.md", "utf8");

test("whoever follows the quick start has an integration user, and the site as it was once it is taken back", async () => {
  const site = await startSite();
  const before = await describeState(site);
  const clone = openCleanClone();
  const place = { PULUMI_BACKEND_URL: clone.backendUrl };
  const setUp = commandsOf("1. Set up")
    .replace("npm run set-up\n", "")
    .replace("https://acme.atlassian.net", site.url)
    .replace(/^pulumi login --local.*\n/m, "");
  const settings = setUp.split("\n").filter((line) => line.includes("export "));
  const run = async (script: string) => {
    const { exitCode, stdout, stderr } = await clone.run(script, place, "emulator-admin-token\n");
    if (exitCode !== 0) throw new Error(`${script}\nended with ${exitCode}\n${stdout}\n${stderr}`);
    return stdout;
  };
  const follow = (chapter: string) => run([...settings, commandsOf(chapter)].join("\n"));

  expect(await run(setUp)).toContain("ok       rights");
  await takeWrites(site);
  await follow("2. Take over what is there");
  expect(await takeWrites(site)).toEqual([]);

  expect(await follow("3. Declare an integration user")).toMatch(
    /release-notes@acme\.example: ADD_COMMENTS \(writes\) in PAY, denied → allowed[\s\S]*as declared[\s\S]*through project role/,
  );
  expect(await follow("4. Give it a token")).toContain("write:jira-work");
  await follow("5. Keep it so");
  await follow("Take it all back");
  expect(await describeState(site)).toEqual(before);
});

/** What a chapter of the guide has people run. */
function commandsOf(chapter: string): string {
  const [, text = ""] = guide.split(`## ${chapter}\n`);
  const [section = ""] = text.split("\n## ");
  return scriptsIn(section).join("");
}
