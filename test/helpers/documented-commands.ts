import { execFile } from "node:child_process";
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { commandFile, packageFolder } from "../../infra/demo/package-folder.js";

/** A folder that commands run in, and what they are told by the environment. */
interface Place {
  readonly folder: string;
  readonly settings: Readonly<Record<string, string>>;
}

/**
 * The block of commands in a document, by a text that stands in no other block of it.
 * @param document its path in this repository.
 */
export function commandsIn(document: string, text: string): string {
  const blocks = readFileSync(join(packageFolder, document), "utf8").matchAll(/^```sh\n(.*?)^```/gms);
  const [found, ...others] = [...blocks].flatMap(([, block = ""]) => (block.includes(text) ? [block] : []));
  if (found === undefined || others.length > 0) throw new Error(`${document} must have one block with ${text}`);
  return found;
}

/** Installs the commands `pulumi` and `jira-access` where `npx` looks first. */
export function installCommands({ folder }: Pick<Place, "folder">): void {
  const commands = join(folder, "node_modules/.bin");
  mkdirSync(commands, { recursive: true });
  symlinkSync(join(packageFolder, "node_modules/.bin/pulumi"), join(commands, "pulumi"));
  const launcher = `#!/bin/sh\nexec "${process.execPath}" "${commandFile}" "$@"\n`;
  writeFileSync(join(commands, "jira-access"), launcher, { mode: 0o755 });
}

/**
 * Runs commands as somebody would who copied them from a document; gives what they print.
 * @throws Error when they end with another code than 0.
 */
export async function runCommands({ folder, settings }: Place, commands: string): Promise<string> {
  const env = { ...process.env, ...settings, NO_COLOR: "1" };
  const { stdout } = await promisify(execFile)("bash", ["-euc", commands], { cwd: folder, env });
  return stdout;
}
