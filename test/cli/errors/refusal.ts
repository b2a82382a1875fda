import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { onTestFinished } from "vitest";

/** A command line as it is typed after `jira-access`, what stderr says, and what is set in the environment for it. */
export type Refusal = readonly [line: string, stderr: string, settings?: Readonly<Record<string, string>>];

/** What such a command printed, and how it ended. */
interface Ending {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

const program = resolve("dist/src/cli/main.js");

const files = {
  "stacks/web.yaml": `integrationUsers:
  bot: { account: bot@acme.example, projects: [PAY], permissions: [BROWSE_PROJECTS] }
`,
  "broken.json": "{\n  nothing\n",
  "empty.json": "{}",
  "broken.yaml": "a: [\n",
  "other.yaml": "accounts:\n  - email: ann@acme.example\n    nickname: ann\nplan: golden\n",
  "access.log": '{"method":"GET","path":"/rest/api/3/myself","status":200}\nGET / 200\n',
  "elsewhere.json": `{"formatVersion":1,"site":"https://other.example","taken":"2026-01-01T00:00:00Z","schemes":[],"projects":[]}`,
} as const;

/** What every command that is asked for a site is told of it. */
export const login = { JIRA_URL: "http://127.0.0.1:9", JIRA_EMAIL: "ann@acme.example", JIRA_API_TOKEN: "canary-token" };

/** Runs `jira-access` where nobody can be asked, in a folder that has a stack file, and files of which none is good. */
export async function runRefused(line: string, settings: Readonly<Record<string, string>> = {}): Promise<Ending> {
  const folder = mkdtempSync(join(tmpdir(), "refusal-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const name of ["stacks", "folder", "state"]) mkdirSync(join(folder, name));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const { PATH, HOME } = process.env;
  const env = { PATH, HOME, PULUMI_BACKEND_URL: "file://./state", PULUMI_CONFIG_PASSPHRASE: "for tests", ...settings };
  return new Promise((done) => {
    const child = execFile(
      process.execPath,
      [program, ...line.split(" ")],
      { cwd: folder, env },
      (error, ...printed) => {
        const [stdout, stderr] = printed;
        done({ exitCode: Number(error?.code ?? 0), stdout, stderr: stderr.trimEnd() });
      },
    );
    child.stdin?.end();
  });
}
