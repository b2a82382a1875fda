import { copyFileSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { inspect } from "node:util";
import { expect, onTestFinished, test } from "vitest";
import { writeSection } from "../../infra/documents/marked-section.js";
import { commandFile, packageFolder } from "../../infra/package-folder.js";
import { type EngineRun, openProject, readDefinition } from "../../infra/trial/engine.js";
import { getCurrentAccount } from "../../src/client/account.js";
import { createClient } from "../../src/client/create-client.js";
import { readCredentials } from "../../src/client/credentials.js";
import { argumentsDuring, runCommand, startEcho, textBelow, watchTokens } from "../canaries/collect.js";
import { formatMatrix, leaksIn, lookAt, type Matrix } from "../canaries/matrix.js";
import { canaries, type SecretName, siteOfCanaries } from "../canaries/secrets.js";
import { startSite, type TestSite } from "../emulator/site.js";
import { runToFail } from "../helpers/stack-project.js";

/** The ways to prove who acts, each with the settings that hold its secret. */
const ways: Partial<Record<SecretName, (site: TestSite) => Readonly<Record<string, string>>>> = {
  "API token": () => ({ JIRA_EMAIL: "admin@acme.example", JIRA_API_TOKEN: canaries["API token"] }),
  "access token": ({ cloudId }) => ({ JIRA_CLOUD_ID: cloudId, JIRA_ACCESS_TOKEN: canaries["access token"] }),
  "OAuth client secret": ({ cloudId }) => ({
    JIRA_CLOUD_ID: cloudId,
    JIRA_CLIENT_ID: "canary",
    JIRA_CLIENT_SECRET: canaries["OAuth client secret"],
  }),
};

const account = "release-notes@acme.example";
const [backup, recording, report] = ["before.json", "recording.json", "access.html"];

/** What `jira-access` is run with, in this order; everything that it prints is looked through. */
const verbs: readonly (readonly string[])[] = [
  ["doctor", "--json"],
  ["baseline", "--json"],
  ["adopt", "--backup", backup],
  ["restore", backup, "--yes", "--json"],
  ["verify", "demo", "--json"],
  ["explain", account, "DELETE_ISSUES", "PAY", "--stats"],
  ["compare", "demo", "--live", "--json"],
  ["drift", "demo", "--format", "sarif"],
  ["preview", "demo", "--format", "markdown"],
  ["report", "demo", "--out", report],
  ["record", "--user", "triage", "--out", recording, "--allow-loopback", "--", process.execPath, commandFile, "doctor"],
  ["unused", "demo", recording],
];

/** The other forms of the same, for one of the ways: they are made of the same data. */
const otherForms: readonly (readonly string[])[] = [
  ["adopt", "--json"],
  ["explain", account, "--json"],
  ["preview", "demo", "--json"],
  ["drift", "demo", "--format", "text"],
  ["drift", "demo", "--format", "junit"],
  ["drift", "demo", "--format", "markdown"],
];
const filesOfVerbs = {
  "the backup of jira-access adopt": backup,
  "the recording of jira-access record": recording,
  "the page of jira-access report": report,
};

/** What is run against a site that gives everything back, in its errors. */
const verbsThatFail: readonly (readonly string[])[] = [
  ["explain", account],
  ["drift", "demo", "--format", "junit"],
  ["report", "demo", "--out", report],
];
const verbsOfOrganisation: readonly (readonly string[])[] = [
  ["tokens"],
  ["tokens", "--json"],
  ["tokens", "--format", "sarif"],
  ["tokens", "--format", "junit"],
  ["tokens", "--format", "markdown"],
];

const logged = ["--logtostderr", "-v=11"];
const matrix: Matrix = new Map();

test.each(Object.entries(ways))("nothing that a run leaves shows the %s", async (name, settingsFor) => {
  const site = await startSite({ seed: siteOfCanaries });
  const authority = await watchTokens(site.authUrl);
  const addresses = { JIRA_URL: site.url, JIRA_GATEWAY_URL: site.gatewayUrl, ATLASSIAN_AUTH_URL: authority.url };
  const settings = { ...addresses, ...settingsFor(site) };
  const project = await openProject(readDefinition(), "demo", settings);
  onTestFinished(project.remove);
  copyFileSync(join(packageFolder, "stacks/demo.yaml"), project.stackFile);
  const found: [place: string, text: string][] = [];
  const run = async (...words: readonly string[]) => look(words, await project.pulumi(...words));
  const look = (words: readonly string[], ended: EngineRun) => {
    found.push([`stdout of pulumi ${words[0]}`, ended.stdout], ["Pulumi's log at -v=11, and stderr", ended.stderr]);
  };
  const processArguments = await argumentsDuring(async () => {
    await site.control("POST /faults", [{ method: "POST", path: "/role$", kind: "status", status: 400, times: 1 }]);
    const failing = ["up", "--yes", "--skip-preview", ...logged];
    look(failing, await runToFail(project, ...failing));
    await run("up", "--yes", "--skip-preview");
    await run("preview", "--json", ...logged);
    await run("stack", "export");
  });
  found.push(["arguments of processes", processArguments]);
  found.push(["files: state, checkpoints, backups", textBelow(project.folder)]);
  for (const request of ["GET /requests", "GET /state"]) {
    found.push(["the emulator's log and state", JSON.stringify((await site.control(request)).body)]);
  }
  const runVerb = async (words: readonly string[], env: Readonly<Record<string, string>>) => {
    const { stdout, stderr } = await runCommand(words, project.folder, env);
    found.push([`jira-access ${words[0]}`, `${stdout}\n${stderr}`]);
    return stdout;
  };
  const forms = name === "API token" ? otherForms : [];
  for (const words of [...verbs, ...forms])
    expect(await runVerb(words, project.settings), words.join(" ")).not.toBe("");
  for (const [place, file] of Object.entries(filesOfVerbs)) {
    found.push([place, readFileSync(join(project.folder, file), "utf8")]);
  }
  const echo = await startEcho();
  const echoed = { ...settings, JIRA_URL: echo, JIRA_GATEWAY_URL: echo };
  for (const words of verbsThatFail) await runVerb(words, { ...project.settings, ...echoed });
  for (const addressed of [echoed, { ...echoed, ATLASSIAN_AUTH_URL: echo }] as Readonly<Record<string, string>>[]) {
    const client = createClient(readCredentials((setting) => addressed[setting]));
    const error = await getCurrentAccount(client).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(Error);
    found.push(["errors, with all that hangs on them", inspect(error, { depth: Infinity, showHidden: true })]);
  }
  const secrets = { [name]: canaries[name as keyof typeof canaries] };
  for (const [place, text] of found) {
    for (const [of, secret] of Object.entries(secrets)) lookAt(matrix, place, of, secret, text);
    if (authority.tokens.length > 0) lookAt(matrix, place, "OAuth access token", authority.tokens, text);
  }
  expect(authority.tokens.length > 0).toBe(name === "OAuth client secret");
  expect(leaksIn(matrix)).toEqual([]);
});

test("nothing that the organisation's verbs print shows its API key", async () => {
  const site = await startSite({ seed: siteOfCanaries });
  const name = "organisation API key";
  const settings = { ATLASSIAN_ORG_ID: site.orgId, ATLASSIAN_ORG_API_KEY: canaries[name] };
  for (const adminUrl of [site.adminUrl, await startEcho()]) {
    for (const words of verbsOfOrganisation) {
      const ended = await runCommand(words, packageFolder, { ...settings, ATLASSIAN_ADMIN_URL: adminUrl });
      expect(`${ended.stdout}${ended.stderr}`).not.toBe("");
      lookAt(matrix, `jira-access ${words[0]}`, name, canaries[name], `${ended.stdout}\n${ended.stderr}`);
    }
  }
  expect(leaksIn(matrix)).toEqual([]);
  if (process.env.WRITE_RELIABILITY === "true") {
    writeSection(join(packageFolder, "docs/reliability.md"), "canaries", formatMatrix(matrix));
  }
});
