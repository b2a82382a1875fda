import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { packageFolder } from "../package-folder.js";
import { openProject, readDefinition, type TemporaryProject } from "../trial/engine.js";
import type { Site } from "../trial/site.js";

/** A project whose stack, the demo's, was applied to the site. */
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
  return project;
}

/** Changes the stack file as a pull request does: one integration deletes issues in place of commenting on them. */
export function askForDeletion({ stackFile }: TemporaryProject): void {
  const stack = readFileSync(stackFile, "utf8");
  const changed = stack.replace("TRANSITION_ISSUES, ADD_COMMENTS]", "TRANSITION_ISSUES, DELETE_ISSUES]");
  if (changed === stack) throw new Error("stacks/demo.yaml does not have the line that the pictures change");
  writeFileSync(stackFile, changed);
}
