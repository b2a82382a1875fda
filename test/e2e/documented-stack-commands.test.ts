import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { acme } from "../../src/emulator/seed/acme.js";
import { runCommands } from "../docs/run-commands.js";
import { commandsOf } from "../docs/where-run.js";
import { startSite } from "../emulator/site.js";
import { credentials, environments } from "../forge/pipeline-environment.js";
import { startForge } from "../forge/start-forge.js";
import { openCleanClone } from "../helpers/clean-clone.js";
import { takeWrites } from "../helpers/describe-state.js";

const admin = "admin@acme.example";
const users = "jira-software-users";

test("what the documents tell to do with a stack that is applied does it, and changes nothing but by up", async () => {
  const commands = commandsOf("verbs of an applied stack").map(({ text }) =>
    text.replace("record -- node", "record --allow-loopback -- node"),
  );
  const isUp = (text: string) => text.startsWith("jira-access up");
  const ups = commands.filter(isUp).map((text) => (text.includes("--yes") ? text : `${text} --yes`));
  const others = commands.filter((text) => !isUp(text));
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
