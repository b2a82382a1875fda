import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { execa } from "execa";
import { StackError } from "../../errors.js";
import { readStack, type Stack } from "../../stack/read-stack.js";

/**
 * Reads a stack file, with the files that it includes, as they are in a commit of the git repository around.
 * @param file relative to the current folder.
 * @param revision a commit, branch or tag.
 * @throws StackError with what is wrong with the file in that commit, or when there is no such commit or file.
 */
export async function readStackAt(file: string, revision: string): Promise<Stack> {
  const refuse = (message: string) => new StackError([{ file: `${revision}:${file}`, line: 1, column: 1, message }]);
  const commit = await git("rev-parse", "--verify", "--quiet", "--end-of-options", `${revision}^{commit}`);
  if (commit === undefined) throw refuse("no such commit here");
  const paths = await listFiles(commit.trim(), dirname(file));
  if (!paths.includes(join(file))) throw refuse("no such file in that commit");
  const folder = mkdtempSync(join(tmpdir(), "jira-access-"));
  try {
    for (const path of paths) {
      mkdirSync(join(folder, dirname(path)), { recursive: true });
      writeFileSync(join(folder, path), (await git("show", `${commit.trim()}:./${path}`)) ?? "");
    }
    return readStack(join(folder, file));
  } catch (error) {
    if (!(error instanceof StackError)) throw error;
    const rename = (name: string) => name.replace(`${folder}/`, `${revision}:`);
    throw new StackError(error.faults.map((fault) => ({ ...fault, file: rename(fault.file) })));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The YAML files of a commit in a folder and below it; links are left out, as what they lead to is not in the commit. */
async function listFiles(commit: string, folder: string): Promise<readonly string[]> {
  const entries = (await git("ls-tree", "-r", "-z", commit, "--", `${folder}/`)) ?? "";
  return entries.split("\0").flatMap((entry) => {
    const [facts = "", path = ""] = entry.split("\t");
    return /^100/.test(facts) && /\.ya?ml$/.test(path) ? [path] : [];
  });
}

/** What git prints; undefined where it fails. */
async function git(...words: readonly string[]): Promise<string | undefined> {
  const { exitCode, stdout } = await execa("git", words, { reject: false, stripFinalNewline: false });
  return exitCode === 0 ? stdout : undefined;
}
