import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { acme } from "../../src/emulator/seed/acme.js";
import { commandsInBlocks } from "../docs/commands.js";
import { runCommands } from "../docs/run-commands.js";
import { startSite } from "../emulator/site.js";
import { credentials, environments } from "../forge/pipeline-environment.js";
import { startForge } from "../forge/start-forge.js";
import { openCleanClone } from "../helpers/clean-clone.js";
import { takeWrites } from "../helpers/describe-state.js";

const admin = "admin@acme.example";
const users = "jira-software-users";

/** Documents whose commands are given where a stack is applied. */
const documents = ["docs/commands.md", "docs/policies.md", "docs/preview.md"];
const ofStack =
  /^(?:npx )?(?:pulumi preview|jira-access (?:up|preview|verify|drift|baseline|compare production|record --|record -- |unused))\b/;

/** What is not run here, each with the reason. */
const otherwise: Readonly<Record<string, string>> = {
  "jira-access record --user release-notes --out monday.json -- npm run sync": "the clone has no such script",
  "jira-access record --har session.har --log access.jsonl --json": "test/cli/record reads such files",
};

test("what the documents tell to do with a stack that is applied does it, and changes nothing but by up", async () => {
  const commands = commandsInBlocks
    .filter(({ document, text }) => documents.includes(document) && ofStack.test(text))
    .map(({ text }) => text.replace(/ +#.*$/, "").replace("record -- node", "record --allow-loopback -- node"));
  expect(commands).toEqual(expect.arrayContaining(Object.keys(otherwise)));
  const isUp = (text: string) => text.startsWith("jira-access up");
  const ups = commands.filter(isUp).map((text) => (text.includes("--yes") ? text : `${text} --yes`));
  const others = commands.filter((text) => !isUp(text) && otherwise[text] === undefined);
  expect(ups.length).toBeGreaterThan(4);
  expect(others.length).toBeGreaterThan(20);

  const [site, forge] = [await startSite({ seed }), await startForge("gitlab", credentials.gitlab)];
  const clone = openCleanClone();
  writeFileSync(join(clone.folder, "stacks/production.yaml"), production);
  mkdirSync(join(clone.folder, "recordings"));
  writeFileSync(join(clone.folder, "release-notes.js"), program);
  const settings = {
    JIRA_URL: site.url,
    JIRA_EMAIL: admin,
    JIRA_API_TOKEN: "emulator-admin-token",
    PULUMI_BACKEND_URL: clone.backendUrl,
    PULUMI_CONFIG_PASSPHRASE: "",
    ...environments.gitlab(forge.url, ""),
  };
  const prepared = [
    "pulumi stack init production && pulumi stack init demo",
    'git init -q -b main && git add stacks && git -c user.name=Ann -c user.email=ann@acme.example commit -qm "Declare"',
  ];
  const recorded = [
    "jira-access record --allow-loopback --user reader --out monday.json -- node release-notes.js",
    "cp monday.json tuesday.json && cp monday.json recordings/",
  ];
  const failedOf = (ends: Awaited<ReturnType<typeof runCommands>>) =>
    ends
      .filter(({ exitCode }) => exitCode !== 0)
      .map(({ text, exitCode, stdout, stderr }) => [text, exitCode, stdout, stderr]);

  expect(
    failedOf(await runCommands(clone, [...prepared, ...ups, "jira-access up production --yes"], settings)),
  ).toEqual([]);
  await takeWrites(site);
  expect(failedOf(await runCommands(clone, [...recorded, ...others], settings))).toEqual([]);
  expect(await takeWrites(site)).toEqual([]);
});

/** A stack of one user, in a project that the demo leaves alone. */
const production = `integrationUsers:
  reader: { account: reader@acme.example, projects: [LAB], permissions: [BROWSE_PROJECTS] }
`;

/** The built-in site, with that user in the group that may use Jira, and a project that the demo does not keep. */
const seed = {
  ...acme,
  accounts: [...(acme.accounts ?? []), { email: "reader@acme.example" }],
  projects: [
    ...(acme.projects ?? []),
    { key: "LAB", name: "Laboratory", lead: admin, issues: [{ summary: "Try it", reporter: admin }] },
  ],
  groups: {
    ...acme.groups,
    [users]: { ...acme.groups?.[users], members: [...(acme.groups?.[users]?.members ?? []), "reader@acme.example"] },
  },
};

/** An integration that reads one issue. */
const program = `
  const authorization = "Basic " + btoa(process.env.JIRA_EMAIL + ":" + process.env.JIRA_API_TOKEN);
  fetch(process.env.JIRA_URL + "/rest/api/3/issue/LAB-1", { headers: { authorization } }).then(({ ok }) => process.exit(ok ? 0 : 1));
`;
