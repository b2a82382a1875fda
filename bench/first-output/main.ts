import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { createInterface } from "node:readline";
import { writeSection } from "../../infra/documents/marked-section.js";
import { table } from "../../infra/documents/table.js";
import { packageFolder } from "../../infra/package-folder.js";
import { describeMachine } from "../describe-machine.js";
import { findStages, firstOutput, type TimedLine } from "./stages.js";

const mostSeconds = 120;

const folder = mkdtempSync(join(tmpdir(), "first-output-"));
try {
  execFileSync("git", ["clone", "--quiet", packageFolder, folder]);
  const stages = findStages(await follow(firstCommand()));
  const rows = stages.map(({ seen, seconds }) => [`${seconds.toFixed(1)} s`, seen]);
  const text = `${describeMachine()}\n\n${table(["after", "is seen"], rows)}`;
  console.log(text);
  writeSection(join(packageFolder, "docs/performance.md"), "first-output", text);
  const { seconds } = stages.find(({ seen }) => seen === firstOutput) ?? { seconds: Number.POSITIVE_INFINITY };
  process.exitCode = seconds <= mostSeconds ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** What the README has people run first. */
function firstCommand(): string {
  const [, script] = /^```sh\n([\s\S]*?)^```$/m.exec(readFileSync(join(folder, "README.md"), "utf8")) ?? [];
  if (script === undefined) throw new Error("the README of the last commit has no command");
  return script;
}

/** Runs a script in the clone as in a shell of somebody who just cloned it, and tells when each line was printed. */
async function follow(script: string): Promise<readonly TimedLine[]> {
  const startMs = performance.now();
  const lines: TimedLine[] = [];
  const child = spawn("bash", ["-c", `{ ${script} } 2>&1`], { cwd: folder, env: foreignEnvironment() });
  const closed = once(child, "close");
  for await (const text of createInterface({ input: child.stdout })) {
    lines.push({ text, seconds: (performance.now() - startMs) / 1000 });
  }
  const [code] = await closed;
  if (code !== 0) throw new Error(`${script} failed:\n${lines.map(({ text }) => text).join("\n")}`);
  return lines;
}

/** This process's environment without what npm and this folder put into it. */
function foreignEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !name.startsWith("npm_"));
  const isForeign = (path: string) => !path.startsWith(join(packageFolder, "node_modules"));
  const path = (process.env.PATH ?? "").split(delimiter).filter(isForeign).join(delimiter);
  return { ...Object.fromEntries(kept), PATH: path };
}
