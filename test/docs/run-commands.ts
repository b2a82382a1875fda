import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { CleanClone } from "../helpers/clean-clone.js";

/** How a command of a document ended, and what it printed. */
interface CommandEnd {
  readonly text: string;
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * What a shell on this machine does otherwise: a command that serves is left running until the last one is through, and
 * its control port is known from then on; `curl` fails where the answer is a refusal.
 */
const prelude = `
set +e +o pipefail
export PATH="$PWD/node_modules/.bin:$PATH"
trap 'kill -INT $served 2>/dev/null; wait' EXIT
serve() {
  "$@" > trace/served & served="$served $!"
  until grep -q "stops it" trace/served || ! kill -0 $! 2>/dev/null; do sleep 0.05; done
  cat trace/served
  CONTROL=$(sed -n 's/^Control it at //p' trace/served)
}
curl() { command curl --silent --show-error --fail-with-body "$@"; }
mkdir -p trace
`;

/** Runs commands one after the other in one shell, as somebody types them, whatever becomes of each. */
export async function runCommands(
  clone: CleanClone,
  commands: readonly string[],
  settings: Readonly<Record<string, string>>,
): Promise<readonly CommandEnd[]> {
  const steps = commands.map(
    (text, index) =>
      `{ ${text.replace(/^jira-access emulate/, "serve jira-access emulate")}\n} ` +
      `>trace/${index}.out 2>trace/${index}.err </dev/null; echo $? >trace/${index}.code`,
  );
  const { stderr } = await clone.run([prelude, ...steps].join("\n"), settings);
  const read = (name: string) => readFileSync(join(clone.folder, "trace", name), "utf8");
  if (stderr !== "") throw new Error(stderr);
  return commands.map((text, index) => ({
    text,
    exitCode: Number(read(`${index}.code`)),
    stdout: read(`${index}.out`),
    stderr: read(`${index}.err`),
  }));
}

/** What a document shows as a pattern: `…` stands for anything, and so does what no two runs share. */
export function patternOf(shown: string): RegExp {
  const lines = shown.split("\n").map((line) =>
    line
      .replace(/[\\^$.*+?()[\]{}|]/g, "\\$&")
      .replaceAll("…", ".*")
      .replace(/127\\\.0\\\.0\\\.1:\d+/g, "127\\.0\\.0\\.1:\\d+")
      .replace(/\d{4}-\d\d-\d\d/g, "\\d{4}-\\d\\d-\\d\\d")
      .replace(/in \d+ seconds?/, "in \\d+ seconds?")
      .replace(/ {2,}/g, " {2,}"),
  );
  return new RegExp(`^${lines.join("\n")}$`);
}
