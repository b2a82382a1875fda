import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { startSite } from "../emulator/site.js";
import { openCleanClone } from "../helpers/clean-clone.js";
import { describeState, takeWrites } from "../helpers/describe-state.js";

const readme = readFileSync("README.md", "utf8");
const [demo = "", ownSite = "", daily = ""] = [...readme.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].map(([, text]) => text);

test("the README's commands, in their order, show a site without a write, take it over and change nobody's access", async () => {
  expect(demo).toBe("npm run demo\n");
  const site = await startSite();
  const clone = openCleanClone();
  const settings = { PULUMI_BACKEND_URL: clone.backendUrl, PULUMI_CONFIG_PASSPHRASE: "" };
  const run = async (script: string) => {
    const ended = await clone.run(script, settings, "emulator-admin-token\n");
    if (ended.exitCode !== 0)
      throw new Error(`${script}\nended with ${ended.exitCode}\n${ended.stdout}\n${ended.stderr}`);
    return ended.stdout;
  };
  const login = ownSite
    .replace("https://your-site.atlassian.net", site.url)
    .replace("you@your-company.example", "admin@acme.example");
  await takeWrites(site);
  const before = await describeState(site);
  await run(login);
  expect(existsSync(join(clone.folder, "access.html"))).toBe(true);

  const unattended = daily.replace("jira-access up production ", "jira-access up production --yes ");
  expect(unattended).not.toBe(daily);
  await run([...login.split("\n").slice(0, 2), "npx pulumi stack init production", unattended].join("\n"));
  expect(await takeWrites(site)).toEqual([]);
  expect(await describeState(site)).toEqual(before);
});
