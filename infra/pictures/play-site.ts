import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { openProject, readDefinition, type TemporaryProject } from "../demo/engine.js";
import { packageFolder } from "../demo/package-folder.js";
import type { Site } from "../demo/site.js";
import { tamper } from "../demo/tamper.js";

/**
 * A project whose stack was applied to the site, on which somebody clicked since, and whose file asks for a little more:
 * so that a report on it has something of everything.
 */
export async function playSite(site: Site): Promise<TemporaryProject> {
  const { cloudId } = (await (await fetch(`${site.url}/_edge/tenant_info`)).json()) as { cloudId: string };
  const project = await openProject(readDefinition(), "demo", {
    JIRA_URL: "https://acme.atlassian.net",
    JIRA_CLOUD_ID: cloudId,
    JIRA_GATEWAY_URL: site.url,
    JIRA_EMAIL: "admin@acme.example",
    JIRA_API_TOKEN: "emulator-scoped-token",
  });
  copyFileSync(join(packageFolder, "stacks/demo.yaml"), project.stackFile);
  await project.pulumi("up", "--yes", "--skip-preview");
  await tamper(site);
  const stack = readFileSync(project.stackFile, "utf8");
  writeFileSync(project.stackFile, stack.replace("projects: [OPS, SUP]", "projects: [OPS, SUP, WEB]"));
  return project;
}
