import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execa } from "execa";
import { expect, onTestFinished, test } from "vitest";
import { commandFile } from "../../infra/package-folder.js";
import { openProject, readDefinition } from "../../infra/trial/engine.js";
import { administratorOf, startSite } from "../emulator/site.js";
import { takeWrites } from "../helpers/describe-state.js";
import { type AtTerminal, runAtTerminal } from "../helpers/terminal.js";

const command = [process.execPath, commandFile];
const ctrlC = "\u0003";
const ctrlD = "\u0004";

/** The built-in site with a backup of it, from which a grant was taken away since. */
async function startChanged() {
  const folder = mkdtempSync(join(tmpdir(), "no-input-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const site = await startSite();
  const backup = join(folder, "before.json");
  const env = administratorOf(site);
  await runAtTerminal([...command, "adopt", "--backup", backup], { env });
  const { permissionSchemes } = (await site.ask("admin", "GET /permissionscheme?expand=permissions")).body;
  const [{ id, permissions }] = permissionSchemes;
  await site.ask("admin", `DELETE /permissionscheme/${id}/permission/${permissions.at(-1).id}`);
  await takeWrites(site);
  const restore = (words: readonly string[], how: AtTerminal = {}) =>
    runAtTerminal([...command, "restore", backup, ...words], { ...how, env: { ...env, ...how.env } });
  return { site, backup, env, restore };
}

const question = /Write this to \S+\? \[y\/N\]/;

test("restore asks at a terminal, and writes after a yes alone", async () => {
  const { site, restore } = await startChanged();
  const asked = (answer: string) => restore([], { typed: [["[y/N]", answer]] });

  const refused = await asked("n\r");
  expect(refused.screen).toMatch(question);
  expect(refused).toMatchObject({ exitCode: 1, screen: expect.stringMatching(/\nNothing was written\.$/) });
  expect(await asked(ctrlD)).toMatchObject({ exitCode: 1, screen: expect.stringMatching(/\nNothing was written\.$/) });
  expect(await asked(ctrlC)).toMatchObject({ signal: 2 });
  expect(await takeWrites(site)).toEqual([]);

  expect(await asked("y\r")).toMatchObject({ exitCode: 0 });
  expect(await takeWrites(site)).toHaveLength(1);
}, 60_000);

test("where nobody can be asked, restore fails without waiting, and says which option answers", async () => {
  const { site, backup, env, restore } = await startChanged();
  const unanswered = /Write this to \S+\? Nobody can be asked here: run it again with --yes/;
  const runs = [restore(["--no-input"]), restore([], { env: { CI: "true" } })];
  for (const { exitCode, screen } of await Promise.all(runs)) {
    expect(exitCode).toBe(1);
    expect(screen).toMatch(unanswered);
    expect(screen).not.toMatch(question);
  }
  for (const words of [
    ["restore", backup],
    ["--no-input", "restore", backup],
  ]) {
    const piped = await execa(process.execPath, [commandFile, ...words], { env, input: "y\n", reject: false });
    expect(piped).toMatchObject({ exitCode: 1, stdout: "", stderr: expect.stringMatching(unanswered) });
  }
  expect(await takeWrites(site)).toEqual([]);

  expect(await restore(["--no-input", "--yes"])).toMatchObject({ exitCode: 0 });
  expect(await takeWrites(site)).toHaveLength(1);
}, 60_000);

test("tokens asks for the label at a terminal, and with --no-input says which option tells it", async () => {
  const site = await startSite();
  const env = administratorOf(site);
  const list = await execa(process.execPath, [commandFile, "tokens", "--json"], { env, reject: false });
  const { id, label } = JSON.parse(list.stdout).credentials.find((one: { kind: string }) => one.kind === "api-token");

  const refused = await runAtTerminal([...command, "tokens", "--revoke", id, "--no-input"], { env });
  expect(refused.exitCode).toBe(1);
  expect(refused.screen).toMatch(/nothing was revoked: .* was not confirmed; say --confirm with its label/);
  const typed = [["for good: ", `${label}\r`]] as const;
  const revoked = await runAtTerminal([...command, "tokens", "--revoke", id], { env, typed });
  expect(revoked).toMatchObject({ exitCode: 0, screen: expect.stringContaining("revoked API token") });
}, 60_000);

test("a watched command reads what is typed, and nothing with --no-input", async () => {
  const env = { JIRA_URL: "http://127.0.0.1:9" };
  const reader = `process.stdin.on("data", (text) => { console.log("read " + text); process.exit(3) })
    .on("end", () => { console.log("read nothing"); process.exit(4) }); console.log("ready")`;
  const words = ["record", "--allow-loopback", "--", process.execPath, "--eval", reader];
  const typed = [["ready", "hello\r"]] as const;
  expect(await runAtTerminal([...command, ...words], { env, typed })).toMatchObject({
    exitCode: 3,
    screen: expect.stringContaining("read hello"),
  });
  expect(await runAtTerminal([...command, "--no-input", ...words], { env, typed })).toMatchObject({
    exitCode: 4,
    screen: expect.stringContaining("read nothing"),
  });
}, 60_000);

test("up has the engine fail at once where it would ask, and say which option answers", async () => {
  const site = await startSite();
  const project = await openProject(readDefinition(), "demo", administratorOf(site));
  onTestFinished(() => project.remove());
  copyFileSync("stacks/demo.yaml", project.stackFile);
  const run = await runAtTerminal([...command, "up", "demo", "--no-input"], {
    cwd: project.folder,
    env: project.settings,
  });
  expect(run.exitCode).toBe(1);
  expect(run.screen).toMatch(/--yes or --skip-preview .*must be passed in .*non-interactive/);
  expect(run.screen).toMatch(/pulumi up ended with \d+; nothing was verified\. Mend what it says above/);
  expect(await takeWrites(site)).toEqual([]);
}, 60_000);
