import { copyFileSync } from "node:fs";
import { join } from "node:path";
import { packageFolder } from "../infra/package-folder.js";
import { openProject, readDefinition } from "../infra/trial/engine.js";
import { startSite } from "../infra/trial/site.js";
import { quickStart } from "../src/cli/engine/engine-speed.js";
import { admin, adminToken } from "./plan-site.js";
import { runPulumi, shortest } from "./references.js";
import { weighState } from "./weigh-state.js";

/** What the demo's stack takes once it is applied. */
export interface DemoMeasurement {
  readonly previewSeconds: number;
  readonly resources: number;
  readonly stateBytes: number;
}

/**
 * Applies the demo's stack to the built-in site, without latency, and measures previews that find nothing
 * to do, as `jira-access` has the engine start them.
 */
export async function measureDemo(): Promise<DemoMeasurement> {
  const site = await startSite(false);
  const credentials = { JIRA_URL: site.url, JIRA_EMAIL: admin, JIRA_API_TOKEN: adminToken };
  const project = await openProject(readDefinition(), "demo", credentials);
  try {
    copyFileSync(join(packageFolder, "stacks/demo.yaml"), project.stackFile);
    await project.pulumi("up", "--yes", "--skip-preview");
    const quick = project.with(quickStart(process.env));
    const previewSeconds = await shortest(() => runPulumi(quick, "demo", ["preview", "--expect-no-changes"]));
    const { resources, stateBytes } = await weighState(project);
    return { previewSeconds, resources, stateBytes };
  } finally {
    site.stop();
    project.remove();
  }
}
