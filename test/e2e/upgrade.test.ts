import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { packageFolder } from "../../infra/package-folder.js";
import { startSite } from "../emulator/site.js";
import { takeRequests, takeWrites } from "../helpers/describe-state.js";
import { openLibraryProject } from "../helpers/library-project.js";
import { recordWrites } from "../upgrade/record-writes.js";
import { fixtureFolder, readStateFixtures, startLeftSite, withoutTraces } from "../upgrade/state-fixture.js";
import { smallSite, wholeStack } from "../upgrade/whole-stack.js";

const { version } = JSON.parse(readFileSync(join(packageFolder, "package.json"), "utf8")) as { version: string };

const leaveState = async () => {
  const recorder = await recordWrites(await startSite({ seed: smallSite }));
  const project = await openLibraryProject(recorder);
  onTestFinished(project.remove);
  project.declare(wholeStack);
  await project.pulumi("up", "--yes", "--skip-preview", "--parallel", "1");
  const { stdout } = await project.pulumi("stack", "export");
  const { writes } = recorder;
  const fixture = { version, seed: smallSite, declared: wholeStack, writes, state: withoutTraces(JSON.parse(stdout)) };
  writeFileSync(join(fixtureFolder, `${version}.json`), `${JSON.stringify(fixture, null, 1)}\n`);
};

if (process.env.WRITE_STATE_FIXTURE === "true") test("leaves behind what this version makes", leaveState);

test("this version has left a state behind; if it has not: WRITE_STATE_FIXTURE=true, as CONTRIBUTING.md says", () => {
  expect(readStateFixtures().map((fixture) => fixture.version)).toContain(version);
});

describe.each(readStateFixtures())("the state that $version left behind", (fixture) => {
  test("previews and refreshes empty, and is destroyed to the site as it was", async () => {
    const site = await startLeftSite(fixture);
    const project = await openLibraryProject(site);
    onTestFinished(project.remove);
    project.declare(fixture.declared);
    const file = join(project.folder, "old-state.json");
    writeFileSync(file, JSON.stringify(fixture.state));
    await project.pulumi("stack", "import", "--file", file);
    await takeRequests(site);
    const resources = Object.keys(fixture.declared).length + 1;
    const { stdout } = await project.pulumi("preview", "--diff", "--expect-no-changes");
    expect(stdout).toContain(`${resources} unchanged`);
    await project.pulumi("refresh", "--yes", "--expect-no-changes");
    expect(await takeWrites(site)).toEqual([]);
    expect((await project.pulumi("destroy", "--yes", "--skip-preview")).stdout).toContain(`${resources} deleted`);
  });
});
