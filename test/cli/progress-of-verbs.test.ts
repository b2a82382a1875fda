import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execa } from "execa";
import { afterAll, beforeAll, expect, test } from "vitest";
import { commandFile } from "../../infra/package-folder.js";
import { createProgram } from "../../src/cli/program.js";
import { type RunningEmulator, startEmulator } from "../../src/emulator/start-emulator.js";
import { administratorOf } from "../emulator/site.js";
import { colour, esc, runAtTerminal } from "../helpers/terminal.js";

const latencyMs = 150;
const folder = mkdtempSync(join(tmpdir(), "progress-"));
const backup = join(folder, "before.json");
let emulator: RunningEmulator;
let env: Readonly<Record<string, string>>;

beforeAll(async () => {
  emulator = await startEmulator({ latencyMs });
  env = {
    ...administratorOf(emulator),
    PULUMI_BACKEND_URL: `file://${folder}`,
    PULUMI_CONFIG_PASSPHRASE: "for tests",
  };
  await runPiped(["adopt", "--backup", backup]);
});
afterAll(async () => {
  await emulator.close();
  rmSync(folder, { recursive: true });
});

/** What each verb that asks a site, and runs without the engine, says while it does; `test/e2e` has the others. */
const asking: Readonly<Record<string, readonly [words: readonly string[], says: string]>> = {
  adopt: [["adopt"], "reading http://"],
  restore: [["restore", backup, "--yes"], "reading http://"],
  verify: [["verify", "demo"], "asking http://"],
  explain: [["explain", "ann@acme.example"], "reading http://"],
  "explain --risk": [["explain", "--risk", "destroys"], "reading http://"],
  compare: [["compare", "demo", "--live"], "comparing"],
  report: [["report", "demo", "--out", join(folder, "access.html")], "reading http://"],
  doctor: [["doctor"], "looking"],
  tokens: [["tokens"], "reading credentials"],
};
const withEngine = ["preview", "up", "drift", "baseline"];
const onFilesAlone = ["validate", "unused", "scopes", "schema", "completion", "emulate", "record"];

test("every verb either shows its progress here, or with the engine, or asks no site", async () => {
  const { commands } = await createProgram("0.0.0");
  const shown = Object.keys(asking).filter((verb) => !verb.includes(" "));
  expect([...shown, ...withEngine, ...onFilesAlone].sort()).toEqual(commands.map((verb) => verb.name()).sort());
});

/** Runs a verb where no terminal is. */
function runPiped(words: readonly string[], more: NodeJS.ProcessEnv = {}) {
  const settings = { ...env, NO_COLOR: undefined, FORCE_COLOR: undefined, ...more };
  return execa(process.execPath, [commandFile, ...words], { env: settings, reject: false, stdin: "ignore" });
}

test.each(Object.entries(asking))(
  "%s at a slow site shows progress at a terminal, wipes it away, and shows none anywhere else",
  async (_, [words, says]) => {
    const at = (more: NodeJS.ProcessEnv = {}, ...options: readonly string[]) =>
      runAtTerminal([process.execPath, commandFile, ...words, ...options], { env: { ...env, ...more } });
    const [live, dumb, plain] = await Promise.all([at(), at({ TERM: "dumb" }), at({ NO_COLOR: "1" })]);

    expect(live.written).toContain(says);
    expect(live.screen).not.toContain(says);
    expect(live.written.lastIndexOf(`${esc}[?25h`)).toBeGreaterThan(live.written.lastIndexOf(`${esc}[?25l`));
    expect(dumb.screen.split("\n").filter((line) => line.includes(says))).toEqual([expect.stringMatching(/ …$/)]);
    expect(dumb.written).not.toContain(esc);
    expect(plain.written).toContain(says);
    expect(plain.written).not.toMatch(colour);

    const piped = await runPiped(words);
    expect(piped.stderr).not.toContain(says);
    expect(`${piped.stdout}${piped.stderr}`).not.toContain(esc);
  },
  60_000,
);

test("of a site that is slow, the answers that came are counted", async () => {
  const { written } = await runAtTerminal([process.execPath, commandFile, "adopt"], { env });
  expect(written).toMatch(/reading http:\S+ \(answers: 1\)[\s\S]*reading http:\S+ \(answers: \d\d\)/);
}, 60_000);

test("emulate says at a terminal that it plants the site, and wipes it away", async () => {
  const typed = [["Ctrl-C stops it", "\u0003"]] as const;
  const run = await runAtTerminal([process.execPath, commandFile, "emulate"], { typed });
  expect(run.written).toContain("planting the site");
  expect(run).toMatchObject({ exitCode: 0, screen: expect.stringMatching(/^Emulating Jira Cloud at /) });
}, 60_000);

test("with --json nothing but the result is at the terminal", async () => {
  const { written, exitCode } = await runAtTerminal([process.execPath, commandFile, "verify", "demo", "--json"], {
    env,
  });
  expect(written).not.toContain(esc);
  expect(JSON.parse(written)).toMatchObject({ file: "stacks/demo.yaml" });
  expect(exitCode).toBe(2);
}, 60_000);

test("a watched command is announced at a terminal, which is its own from then on", async () => {
  const words = ["record", "--allow-loopback", "--", process.execPath, "--eval", "0"];
  const atTerminal = await runAtTerminal([process.execPath, commandFile, ...words], { env });
  expect(atTerminal.screen).toMatch(/^recording the calls of \S+ …\n/);
  expect((await runPiped(words)).stderr).toBe("");
}, 60_000);

test("colours come where they are forced, and then on stdout alone", async () => {
  const { stdout, stderr } = await runPiped(["doctor"], { FORCE_COLOR: "1" });
  expect(stdout).toMatch(colour);
  expect(stderr).toBe("");
});

test.each([
  "--help",
  "--version",
  "up --help",
  "help scopes",
  "validate",
  "validate no-such-stack",
  "scopes demo",
  "schema",
  "completion bash",
  "unused",
  "no-such-verb",
])("nothing that a terminal obeys is in what jira-access %s prints", async (words) => {
  const runs = [{}, { FORCE_COLOR: "1" }].map((more) =>
    runAtTerminal([process.execPath, commandFile, ...words.split(" ")], { env: more }),
  );
  for (const { written } of await Promise.all(runs)) expect(written).not.toContain(esc);
});
