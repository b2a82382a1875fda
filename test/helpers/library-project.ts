import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { packageFolder } from "../../infra/package-folder.js";
import { openProject, type TemporaryProject } from "../../infra/trial/engine.js";
import { type Site, tokenOf } from "../../infra/trial/site.js";

/** A resource as the program of a library project declares it. */
export interface Declared {
  readonly kind: string;
  /** A text `output:NAME.PROPERTY` stands for that output of a resource that was declared before. */
  readonly args: Readonly<Record<string, unknown>>;
  readonly dependsOn?: readonly string[];
}

/** Somebody's own Pulumi program that uses this package from `node_modules`. */
export interface LibraryProject extends TemporaryProject {
  /** Has the program declare these resources, by name. */
  declare(resources: Readonly<Record<string, Declared>>): void;
}

const program = `
import { readFileSync } from "node:fs";
import * as jira from "pulumi-jira-access";

const made = {};
const outputOf = (text) => text.slice("output:".length).split(".").reduce((value, step) => value[step], made);
const toInput = (value) => (typeof value === "string" && value.startsWith("output:") ? outputOf(value) : value);
for (const [name, { kind, args, dependsOn = [] }] of Object.entries(JSON.parse(readFileSync("declared.json", "utf8")))) {
  const inputs = Object.fromEntries(Object.entries(args).map(([key, value]) => [key, toInput(value)]));
  made[name] = new jira[kind](name, inputs, { dependsOn: dependsOn.map((other) => made[other]) });
}
`;

/**
 * A project in an empty folder, with nothing of this repository but the installed package.
 * @param callLog a file to note each call of a provider in.
 */
export async function openLibraryProject(site: Pick<Site, "url">, callLog?: string): Promise<LibraryProject> {
  const runtime = { name: "nodejs", options: { typescript: false } };
  const definition = { name: "somebody", runtime, main: "index.js", options: { refresh: "always" } };
  const project = await openProject(definition, "main", {
    JIRA_URL: site.url,
    JIRA_EMAIL: "admin@acme.example",
    JIRA_API_TOKEN: tokenOf("admin"),
  });
  const modules = join(project.folder, "node_modules");
  mkdirSync(join(modules, "@pulumi"), { recursive: true });
  if (callLog === undefined) symlinkSync(packageFolder, join(modules, "pulumi-jira-access"));
  else installLogging(join(modules, "pulumi-jira-access"), callLog);
  symlinkSync(join(packageFolder, "node_modules/@pulumi/pulumi"), join(modules, "@pulumi/pulumi"));
  writeFileSync(join(project.folder, "package.json"), JSON.stringify({ type: "module" }));
  writeFileSync(join(project.folder, "index.js"), program);
  return {
    ...project,
    declare: (resources) => writeFileSync(join(project.folder, "declared.json"), JSON.stringify(resources)),
  };
}

/** Installs a package like this one whose providers note their calls. */
function installLogging(folder: string, callLog: string): void {
  const exports = { ".": "./index.js", "./provider": "./provider.js" };
  mkdirSync(folder);
  writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "pulumi-jira-access", type: "module", exports }));
  writeFileSync(join(folder, "index.js"), `export * from "${join(packageFolder, "dist/src/index.js")}";`);
  writeFileSync(
    join(folder, "provider.js"),
    `import { provider as open } from "${join(packageFolder, "dist/src/provider/index.js")}";
import { logCalls } from "${join(packageFolder, "test/helpers/log-calls.ts")}";
export const provider = (kind) => logCalls("${callLog}", kind, open(kind));
`,
  );
}
