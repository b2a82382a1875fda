import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join, resolve } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { runAtTerminal } from "../../helpers/terminal.js";

/** How each shell is started without anybody's settings, and how it takes up the script, as the help text says. */
const shells = {
  bash: { start: ["bash", "--norc", "--noprofile", "-i"], setUp: "source <(jira-access completion bash)" },
  zsh: {
    start: ["zsh", "-f", "-i"],
    setUp: "autoload -U compinit; compinit -u -D; source <(jira-access completion zsh)",
  },
  fish: { start: ["fish", "--no-config", "-i"], setUp: "jira-access completion fish | source" },
} as const;

/** The shells of this machine; bash is on all that can run the tests. */
const here = Object.entries(shells).filter(([shell]) => spawnSync(shell, ["--version"]).status === 0);

test("bash is among the shells that are tried", () => {
  expect(here.map(([shell]) => shell)).toContain("bash");
});

test.each(here)(
  "%s completes when the tabulator is pressed",
  async (_, { start, setUp }) => {
    const home = mkdtempSync(join(tmpdir(), "shell-"));
    onTestFinished(() => rmSync(home, { recursive: true }));
    mkdirSync(join(home, "stacks"));
    writeFileSync(join(home, "stacks/only.yaml"), "projects: {}\n");
    writeFileSync(join(home, "access.html"), "");
    const { screen } = await runAtTerminal(start, {
      cwd: home,
      env: {
        HOME: home,
        XDG_CONFIG_HOME: home,
        XDG_DATA_HOME: home,
        PATH: [resolve("node_modules/.bin"), process.env.PATH].join(delimiter),
      },
      typed: [
        ["", `${setUp}; echo on"e"\r`],
        ["one", 'jira-access dri\t--help; echo tw"o"\r'],
        ["two", 'jira-access scopes li\t--help; echo thre"e"\r'],
        ["three", 'jira-access validate \t; echo fou"r"\r'],
        ["four", 'jira-access drift --format=sa\t--help; echo fiv"e"\r'],
        ["five", 'jira-access report --out acc\t--help; echo si"x"\r'],
        ["six", "exit\r"],
      ],
    });
    expect(screen, "a verb").toContain("Usage: jira-access drift ");
    expect(screen, "a verb of a verb").toContain("Usage: jira-access scopes lint ");
    expect(screen, "a stack of which nothing is typed").toContain("stacks/only.yaml: ok");
    expect(screen, "a choice").toContain("jira-access drift --format=sarif --help");
    expect(screen, "a file").toContain("jira-access report --out access.html --help");
  },
  60_000,
);
