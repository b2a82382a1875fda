import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { startSite } from "../emulator/site.js";
import { openCleanClone } from "../helpers/clean-clone.js";
import { describeState, takeWrites } from "../helpers/describe-state.js";

const guide = readFileSync("docs/quick-start.md", "utf8");

test("whoever follows the quick start has an integration user, and the site as it was once it is taken back", async () => {
  const site = await startSite();
  const before = await describeState(site);
  const clone = openCleanClone();
  const told = new Map<string, string>();
  const script = (chapter: string) => {
    const [, text = ""] = guide.split(`## ${chapter}\n`);
    const [section = ""] = text.split("\n## ");
    return [...section.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].map(([, block]) => block).join("");
  };
  const settings = script("1. Set up")
    .replace("npm run set-up\n", "")
    .replace("https://acme.atlassian.net", site.url)
    .replace("npx pulumi login --local", 'npx pulumi login "$PULUMI_BACKEND_URL"');
  const follow = async (chapter: string, ...settings: readonly string[]) => {
    const { exitCode, stdout, stderr } = await clone.run(
      [...settings, script(chapter)].join("\n"),
      {},
      "emulator-admin-token",
    );
    if (exitCode !== 0) throw new Error(`"${chapter}" ended with ${exitCode}\n${stdout}\n${stderr}`);
    told.set(chapter, stdout);
  };
  const exports = settings
    .split("\n")
    .filter((line) => line.includes("export "))
    .join("\n");

  const doctor = await clone.run(settings, {}, "emulator-admin-token");
  expect(doctor).toMatchObject({ exitCode: 0 });

  await takeWrites(site);
  await follow("2. Take over what is there", exports);
  expect(await takeWrites(site)).toEqual([]);

  await follow("3. Declare an integration user", exports);
  expect(told.get("3. Declare an integration user")).toMatch(
    /release-notes@acme\.example: ADD_COMMENTS \(writes\) in PAY, denied → allowed[\s\S]*as declared[\s\S]*through project role/,
  );
  await follow("4. Give it a token", exports);
  expect(told.get("4. Give it a token")).toContain("write:jira-work");
  await follow("5. Keep it so", exports);
  await follow("Take it all back", exports);
  expect(await describeState(site)).toEqual(before);
});
