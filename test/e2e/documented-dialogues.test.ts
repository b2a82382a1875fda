import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { acme } from "../../src/emulator/seed/acme.js";
import { commandsInBlocks } from "../docs/commands.js";
import { patternOf, runCommands } from "../docs/run-commands.js";
import { startSite } from "../emulator/site.js";
import { openCleanClone } from "../helpers/clean-clone.js";

const told = (document: string) => commandsInBlocks.filter((command) => command.document === document);

test("docs/emulator.md: the site starts as shown, and every call to its control port is obeyed", async () => {
  const commands = told("docs/emulator.md").map(({ text }) =>
    text.replace("--port 8080", "--port 0").replace(/"groupId": "…"/, `"groupId": "'"$(groupId)"'"`),
  );
  const groupId = `groupId() { curl $CONTROL/state | node -p 'JSON.parse(fs.readFileSync(0)).groups[0].id'; }`;
  const [, ...ends] = await runCommands(openCleanClone(), [groupId, ...commands], {});
  expect(ends.filter(({ exitCode }) => exitCode !== 0)).toEqual([]);
  expect(ends[0]?.stdout.trimEnd()).toMatch(patternOf(told("docs/emulator.md")[0]?.shown ?? "nothing is shown"));
});

test("docs/access.md: explain prints what is shown, where an integration got into the administrators", async () => {
  const [{ text = "", shown = "nothing is shown" } = {}] = told("docs/access.md");
  const email = "release-notes@acme.example";
  const site = await startSite({ seed: withAdministrator(email) });
  const clone = openCleanClone();
  const stack = `integrationUsers:\n  release-notes: { account: ${email}, projects: [PAY], permissions: [BROWSE_PROJECTS] }\n`;
  writeFileSync(join(clone.folder, "stacks/production.yaml"), stack);
  const settings = {
    JIRA_URL: site.url,
    JIRA_EMAIL: "admin@acme.example",
    JIRA_API_TOKEN: "emulator-admin-token",
    PULUMI_BACKEND_URL: clone.backendUrl,
    PULUMI_CONFIG_PASSPHRASE: "",
  };
  const [, end] = await runCommands(clone, ["pulumi stack init production", text], settings);
  expect(end).toMatchObject({ exitCode: 0, stderr: "" });
  expect(end?.stdout.trimEnd()).toMatch(patternOf(shown.replace("https://acme.atlassian.net", site.url)));
});

/** The company acme, with an account more in its administrators, and these in the role that administers PAY. */
function withAdministrator(email: string) {
  const administrators = acme.groups?.["jira-administrators"];
  const groups = {
    ...acme.groups,
    "jira-administrators": { ...administrators, members: [...(administrators?.members ?? []), email] },
  };
  const projects = (acme.projects ?? []).map((project) =>
    project.key === "PAY" ? { ...project, roles: { Administrators: { groups: ["jira-administrators"] } } } : project,
  );
  return { ...acme, groups, projects };
}
