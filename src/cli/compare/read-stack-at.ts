import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, posix, relative } from "node:path";
import { execa } from "execa";
import { StackError } from "../../errors.js";
import { readStack, type Stack } from "../../stack/read-stack.js";
import { withSlashes } from "../../stack/slashes.js";

/**
 * Reads a stack file, with the files that it includes, as they are in a commit of the git repository around.
 * @param revision a commit, branch or tag.
 * @throws StackError with what is wrong with the file in that commit, or when there is no such commit or file; files are
 * named as git does, `COMMIT:PATH` from the top of the repository.
 */
export async function readStackAt(file: string, revision: string): Promise<Stack> {
  const here = (await git("rev-parse", "--show-prefix"))?.trim() ?? "";
  const path = posix.join(here, withSlashes(relative("", file)));
  const refuse = (message: string) => new StackError([{ file: `${revision}:${path}`, line: 1, column: 1, message }]);
  const commit = await git("rev-parse", "--verify", "--quiet", "--end-of-options", `${revision}^{commit}`);
  if (commit === undefined)
    throw refuse("no such commit here; run it in the repository, and fetch what a shallow clone lacks");
  const paths = await listFiles(commit.trim(), posix.dirname(path));
  if (!paths.includes(path)) throw refuse("no such file in that commit; name a commit that has it");
  const folder = withSlashes(mkdtempSync(join(tmpdir(), "jira-access-")));
  try {
    for (const one of paths) {
      mkdirSync(join(folder, dirname(one)), { recursive: true });
      writeFileSync(join(folder, one), (await git("show", `${commit.trim()}:${one}`)) ?? "");
    }
    return readStack(`${folder}/${path}`);
  } catch (error) {
    if (!(error instanceof StackError)) throw error;
    const rename = (text: string) => text.replaceAll(`${folder}/`, () => `${revision}:`);
    const faults = error.faults.map((fault) => ({
      ...fault,
      file: rename(fault.file),
      message: rename(fault.message),
    }));
    throw new StackError(faults);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The YAML files of a commit in a folder and below it; links are left out, as what they lead to is not in the commit. */
async function listFiles(commit: string, folder: string): Promise<readonly string[]> {
  const within = folder === "." ? [] : ["--", `${folder}/`];
  const entries = (await git("ls-tree", "-r", "--full-tree", "-z", commit, ...within)) ?? "";
  return entries.split("\0").flatMap((entry) => {
    const [facts = "", path = ""] = entry.split("\t");
    return /^100/.test(facts) && /\.ya?ml$/.test(path) ? [path] : [];
  });
}

/** What git prints; undefined where it fails. It asks nobody for a password. */
async function git(...words: readonly string[]): Promise<string | undefined> {
  const settings = { reject: false, stripFinalNewline: false, env: { GIT_TERMINAL_PROMPT: "0" } } as const;
  const { exitCode, stdout } = await execa("git", words, settings);
  return exitCode === 0 ? stdout : undefined;
}
