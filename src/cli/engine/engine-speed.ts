import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { burstPerSecond } from "../../client/http/gate.js";

/**
 * Has the engine keep its state in memory until it ends, well or not. Killed by force it leaves none, and the next run
 * finds by their marks the schemes and roles that were created.
 */
export const savedOnce = { PULUMI_SKIP_CHECKPOINTS: "true" };

/** Has as many resources under way as keep up with the pace that Jira permits, where an answer takes a second. */
export const manyAtOnce = ["--parallel", `${burstPerSecond.PUT}`] as const;

/** Where Node keeps what it compiled of the program and of the providers. */
const compileCache = join(homedir(), ".cache", "pulumi-jira-access", "compiled");

const deferModules = new URL("defer-modules.js", import.meta.url);

/**
 * What has the engine's Node processes, its program and its providers, start in less time; for the runs that have any.
 * @param environment where the user says how Node is to run; what is said there holds.
 * @param preload what Node loads first; nothing where this package is not compiled, for not every Node runs TypeScript.
 */
export function quickStart(
  environment: NodeJS.ProcessEnv,
  preload = existsSync(deferModules) ? [deferModules.href] : [],
): Readonly<Record<string, string>> {
  const { NODE_COMPILE_CACHE = compileCache, NODE_OPTIONS = "" } = environment;
  const options = [NODE_OPTIONS, ...preload.map((url) => `--import=${url}`)];
  return { NODE_COMPILE_CACHE, NODE_OPTIONS: options.join(" ").trim() };
}
