import { copyFileSync } from "node:fs";
import { join } from "node:path";
import { packageFolder } from "../package-folder.js";
import { type EngineRun, openProject, readDefinition } from "../trial/engine.js";
import { isWrite, startSite, tokenOf } from "../trial/site.js";
import { describeSite } from "./describe-site.js";
import { playDrift } from "./drift.js";
import { type Attempt, tryAsIntegrationUsers } from "./proof.js";
import { cut, describeAttempts, describeResults, type Result, show, tell } from "./story.js";

const excerptLines = 30;
const keep = process.argv.includes("--keep");

const site = await startSite(keep);
const project = await openProject(readDefinition(), "demo", {
  JIRA_URL: site.url,
  JIRA_EMAIL: "admin@acme.example",
  JIRA_API_TOKEN: tokenOf("admin"),
}).catch((error: unknown) => {
  site.stop();
  throw error;
});
copyFileSync(join(packageFolder, "stacks/demo.yaml"), project.stackFile);

const cleanUp = () => {
  site.stop();
  project.remove();
};
process.once("SIGINT", () => {
  cleanUp();
  process.exit(130);
});

try {
  const results = await play();
  tell("What this showed");
  show(describeResults(results));
  if (keep) tellHowToGoOn();
  process.exitCode = results.every(({ good }) => good) ? 0 : 1;
} finally {
  if (!keep || process.exitCode !== 0) cleanUp();
}

async function play(): Promise<readonly Result[]> {
  const found = await describeSite(site);

  tell("1. The site has five projects, and two integration users that may do nothing yet. pulumi preview --diff:");
  const plan = await project.pulumi("preview", "--diff");
  show(excerpt(plan.stdout));

  tell("2. pulumi up");
  await site.takeRequests();
  const applied = await project.pulumi("up", "--yes", "--skip-preview");
  show([`${countOf(applied, "created")} resources created in ${applied.seconds.toFixed(1)} s`]);

  tell("3. What the integration users can do now, tried over HTTP");
  const attempts = await tryAsIntegrationUsers(site);
  show(describeAttempts(attempts));

  tell("4. pulumi up again");
  await site.takeRequests();
  const again = await project.pulumi("up", "--yes", "--skip-preview");
  const writes = (await site.takeRequests()).filter(isWrite);
  show([`${countOf(again, "unchanged")} unchanged, ${writes.length} writes sent to the site`]);

  const drift = await playDrift(site, project);

  const restored = keep ? undefined : await destroyAndCompare(found);
  return [
    {
      what: "declared and previewed",
      outcome: `${countOf(plan, "to create")} resources`,
      good: countOf(plan, "to create") > 0,
    },
    { what: "applied", outcome: `in ${applied.seconds.toFixed(1)} s`, good: countOf(applied, "created") > 0 },
    { what: "proven over HTTP", ...summary(attempts) },
    { what: "applied again", outcome: `${writes.length} writes`, good: writes.length === 0 },
    ...drift,
    ...(restored === undefined ? [] : [{ what: "destroyed", outcome: "the site is as it was found", good: restored }]),
  ];
}

async function destroyAndCompare(found: string): Promise<boolean> {
  tell("10. pulumi destroy puts everything back");
  const destroyed = await project.pulumi("destroy", "--yes", "--skip-preview");
  const restored = (await describeSite(site)) === found;
  show([`${countOf(destroyed, "deleted")} resources deleted; schemes, roles, actors as found: ${restored}`]);
  return restored;
}

function excerpt(diff: string): string[] {
  const blocks = diff.split(/\n(?= {4}[+~-] )/);
  const wanted = blocks.filter((block) => /::(integration:release-notes|PAY\/Integration|delivery)\b/.test(block));
  return wanted.flatMap((block) => {
    const lines = block.split("\n").filter((line) => !/^\s*\[urn=|^\s*owner/.test(line));
    return cut(lines, excerptLines);
  });
}

function countOf({ stdout }: EngineRun, outcome: string): number {
  return Number(new RegExp(`(\\d+) ${outcome}`).exec(stdout)?.[1] ?? 0);
}

function summary(attempts: readonly Attempt[]): { outcome: string; good: boolean } {
  const wrong = attempts.filter(({ status, expected }) => !expected.includes(status));
  const allowed = attempts.filter(({ status }) => status < 300).length;
  return { outcome: `${allowed} allowed, ${attempts.length - allowed} refused`, good: wrong.length === 0 };
}

function tellHowToGoOn(): void {
  tell("Site and stack are still there. Edit the stack file, or go on by hand:");
  const exports = Object.entries(project.settings).map(([name, value]) => `export ${name}=${value}`);
  show([
    `cd ${project.folder}   # the stack file is ${project.stackFile}`,
    ...exports,
    `${join(packageFolder, "node_modules/.bin/pulumi")} up --stack demo`,
    `kill ${site.processId}; rm -r ${project.folder}   # ends it all`,
  ]);
}
