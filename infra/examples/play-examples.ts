import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { addToAdministrators, tamper } from "../demo/tamper.js";
import { packageFolder } from "../package-folder.js";
import { openProject, readDefinition, type TemporaryProject } from "../trial/engine.js";
import { type Site, startSite, tokenOf } from "../trial/site.js";
import { standStill } from "./stand-still.js";

/** What is printed, by the file in docs/examples that shows it. */
export type Examples = ReadonlyMap<string, string>;

const forms = [
  ["text", "drift.txt"],
  ["json", "drift.json"],
  ["markdown", "drift.md"],
  ["sarif", "drift.sarif"],
  ["junit", "drift.xml"],
] as const;

/**
 * Plays the story of docs/examples on the built-in site with the real engine: the demo stack is applied, somebody changes
 * the site by hand, drift tells of it in every form, and a change of the stack file that gives an integration more is
 * previewed.
 */
export async function playExamples(): Promise<Examples> {
  const site = await startSite(false);
  try {
    const credentials = { JIRA_URL: site.url, JIRA_EMAIL: "admin@acme.example", JIRA_API_TOKEN: tokenOf("admin") };
    const project = await openProject(readDefinition(), "demo", credentials);
    try {
      return await play(site, project);
    } finally {
      project.remove();
    }
  } finally {
    site.stop();
  }
}

async function play(site: Site, project: TemporaryProject): Promise<Examples> {
  const examples = new Map<string, string>();
  const keep = async (file: string, ...words: readonly string[]) => {
    const { code, stdout, stderr } = await project.command(...words);
    if (code === 1) throw new Error(`jira-access ${words.join(" ")}: ${stderr}`);
    examples.set(file, standStill(stdout));
  };
  copyFileSync(join(packageFolder, "stacks/demo.yaml"), project.stackFile);
  await project.pulumi("up", "--yes", "--skip-preview");
  await tamper(site);
  await addToAdministrators(site);
  for (const [form, file] of forms) await keep(file, "drift", "demo", "--format", form);

  const before = readFileSync(project.stackFile, "utf8");
  const more = before.replace(
    "permissions: [BROWSE_PROJECTS, CREATE_ISSUES,",
    "permissions: [BROWSE_PROJECTS, DELETE_ISSUES, CREATE_ISSUES,",
  );
  if (more === before) throw new Error("stacks/demo.yaml does not have the line that the example changes");
  writeFileSync(project.stackFile, more);
  const policies = ["--policy-pack", join(packageFolder, "infra/policy")];
  await keep("preview.md", "preview", "demo", "--format", "markdown", ...policies);
  await keep("preview.json", "preview", "demo", "--format", "json", ...policies);
  return examples;
}
