import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { exitCodes } from "../../src/catalogue/exit-codes.js";
import { acme } from "../../src/emulator/seed/acme.js";
import { commandsInBlocks } from "../docs/commands.js";
import { patternOf, runCommands } from "../docs/run-commands.js";
import { commandsOf } from "../docs/where-run.js";
import { startSite, type TestSite } from "../emulator/site.js";
import { type CleanClone, openCleanClone } from "../helpers/clean-clone.js";

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
  const [{ text = "", shown = "nothing is shown" } = {}, ...others] = told("docs/access.md");
  expect(others).toEqual([]);
  const email = "release-notes@acme.example";
  const site = await startSite({ seed: withAdministrator(email) });
  const clone = openCleanClone();
  writeFileSync(join(clone.folder, "stacks/production.yaml"), declare("BROWSE_PROJECTS"));
  const [, end] = await runCommands(clone, ["pulumi stack init production", text], settingsFor(site, clone));
  expect(end).toMatchObject({ exitCode: 0, stderr: "" });
  expect(end?.stdout.trimEnd()).toMatch(patternOf(shown.replace("https://acme.atlassian.net", site.url)));
});

test("docs/tokens.md: tokens prints what is shown, where a token was not used for a year", async () => {
  const [{ text = "", shown = "nothing is shown" } = {}, ...others] = told("docs/tokens.md");
  expect(others).toEqual([]);
  const email = "ann@acme.example";
  const known = { label: "old deploy", created: daysAgo(512), lastActive: daysAgo(365), expires: daysAgo(-90) };
  const seed = {
    accounts: [{ email, tokens: [{ token: "secret", scopes: ["read:jira-work"], ...known }] }],
    applications: { jira: { groups: ["users"] } },
    groups: { users: { members: [email] } },
  };
  const site = await startSite({ seed });
  const [end] = await runCommands(openCleanClone(), [text], {
    ATLASSIAN_ADMIN_URL: site.adminUrl,
    ATLASSIAN_ORG_ID: site.orgId,
    ATLASSIAN_ORG_API_KEY: site.orgApiKey,
  });
  expect(end).toMatchObject({ exitCode: exitCodes.found });
  // The account's own token, and the key that asks, are on every site of the emulator.
  const lines = `${end?.stdout}${end?.stderr}`.trimEnd().split("\n");
  const printed = lines.filter((line) => !/^api-key|^api-token .* api token {2}|"api token"/.test(line)).join("\n");
  expect(printed).toMatch(patternOf(shown.replace("9c1f", "…")));
});

function daysAgo(days: number): string {
  return new Date(Date.now() - days * 86_400_000).toISOString();
}

test("the examples in the help of verbs that need no state do what they say", async () => {
  const site = await startSite();
  const clone = openCleanClone();
  mkdirSync(join(clone.folder, "path/to"), { recursive: true });
  for (const [file, text] of Object.entries(files)) writeFileSync(join(clone.folder, file), text);
  const commands = commandsOf("verbs without a state")
    .map(({ text }) => text)
    .map((text) => (text === "jira-access restore before.json" ? `${text} --yes` : text))
    .flatMap((text) => (text.includes(" adopt ") ? [text, "git checkout --quiet stacks"] : [text]));
  const prepared = [
    "pulumi stack init production",
    'git init -q -b main && git add stacks && git -c user.name=Ann -c user.email=ann@acme.example commit -qm "Declare"',
  ];
  const ends = await runCommands(clone, [...prepared, ...commands], settingsFor(site, clone));
  expect(commands.length).toBeGreaterThan(25);
  expect(
    ends.filter(({ exitCode }) => exitCode !== 0).map(({ text, exitCode, stderr }) => [text, exitCode, stderr]),
  ).toEqual([]);
});

/** The files that the examples speak of. */
const files = {
  "stacks/staging.yaml": declare("BROWSE_PROJECTS, ADD_COMMENTS"),
  "path/to/file.yaml": declare("BROWSE_PROJECTS"),
  "manifest.yml": "permissions:\n  scopes: [read:jira-work, write:jira-work]\n",
  "scopes.txt": "read:jira-work\nwrite:jira-work\n",
};

function declare(permissions: string): string {
  return `integrationUsers:\n  release-notes: { account: release-notes@acme.example, projects: [PAY], permissions: [${permissions}] }\n`;
}

function settingsFor(site: TestSite, clone: CleanClone) {
  return {
    JIRA_URL: site.url,
    JIRA_EMAIL: "admin@acme.example",
    JIRA_API_TOKEN: "emulator-admin-token",
    PULUMI_BACKEND_URL: clone.backendUrl,
    PULUMI_CONFIG_PASSPHRASE: "",
  };
}

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
