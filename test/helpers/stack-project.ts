import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { packageFolder } from "../../infra/package-folder.js";
import {
  EngineFailure,
  type EngineRun,
  openProject,
  readDefinition,
  type TemporaryProject,
} from "../../infra/trial/engine.js";
import { isWrite, type SeenRequest, type Site, startSite, tokenOf } from "../../infra/trial/site.js";

/** A stack of this project on a site of its own, run by the real engine. */
export interface StackProject extends TemporaryProject {
  readonly site: Site;
  /** Changes the stack file; the text to replace must stand there exactly once. */
  edit(text: string, by: string): void;
  /** Writes the whole stack file. */
  write(yaml: string): void;
  /** Runs the work and gives the requests that the site saw meanwhile. */
  requestsDuring(work: () => Promise<unknown>): Promise<readonly SeenRequest[]>;
  close(): void;
}

/** Starts the built-in site and opens the demo stack against it. */
export async function openDemoStack(settings: Readonly<Record<string, string>> = {}): Promise<StackProject> {
  const demo = await openStack(await startSite(false), "demo", settings);
  copyFileSync(join(packageFolder, "stacks/demo.yaml"), demo.stackFile);
  return demo;
}

/** Opens a stack without a stack file against a site that is there; several may be opened against one. */
export async function openStack(
  site: Site,
  stack: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<StackProject> {
  const project = await openProject(readDefinition(), stack, {
    JIRA_URL: site.url,
    JIRA_EMAIL: "admin@acme.example",
    JIRA_API_TOKEN: tokenOf("admin"),
    ...settings,
  });
  return {
    ...project,
    site,
    edit(text, by) {
      const before = readFileSync(project.stackFile, "utf8");
      if (before.split(text).length !== 2) throw new Error(`${JSON.stringify(text)} must stand once in the stack file`);
      writeFileSync(
        project.stackFile,
        before.replace(text, () => by),
      );
    },
    write: (yaml) => writeFileSync(project.stackFile, yaml),
    async requestsDuring(work) {
      await site.takeRequests();
      await work();
      return site.takeRequests();
    },
    close() {
      site.stop();
      project.remove();
    },
  };
}

/** Runs the Pulumi CLI where it must fail. */
export async function runToFail(project: TemporaryProject, ...words: readonly string[]): Promise<EngineRun> {
  const failure = await project.pulumi(...words).then(
    () => undefined,
    (error: unknown) => error,
  );
  if (failure instanceof EngineFailure) return failure.run;
  throw new Error(`pulumi ${words.join(" ")} was expected to fail`);
}

/** The requests that could have changed something. */
export function writesAmong(requests: readonly SeenRequest[]): readonly string[] {
  return requests.filter(isWrite).map(({ method, path }) => `${method} ${path}`);
}

/** How often a method and path was requested. */
export function countOf(requests: readonly SeenRequest[], method: string, path: string): number {
  return requests.filter((request) => request.method === method && request.path === path).length;
}

/** The lines of a `--diff` that add or remove something beneath a resource, without their indentation. */
export function differenceLines(diff: string): readonly string[] {
  const lines = diff.split("\n").map((line) => line.trim());
  return lines.filter((line) => /^[+-] /.test(line) && !line.includes("pulumi:pulumi:Stack"));
}
