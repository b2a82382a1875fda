import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { expect, onTestFinished, test } from "vitest";
import { startSite } from "../../infra/trial/site.js";
import type { AccessPreview } from "../../src/model/preview.js";
import { startForge } from "../forge/start-forge.js";
import { runCommand } from "../helpers/run-command.js";
import { openStack, writesAmong } from "../helpers/stack-project.js";
import { webStack } from "../helpers/web-stack.js";

test("preview tells what the engine would change and who gains what by it, stops at a gate, and writes nothing", async () => {
  const project = await openStack(await startSite(false), "web");
  onTestFinished(project.close);
  const preview = (...words: readonly string[]) => runCommand(project, "preview", "web", ...words);
  project.write(webStack);
  await project.pulumi("up", "--yes", "--skip-preview");

  project.edit("Robots: {}", "Robots: { description: Programs }");
  const quiet = await preview("--quiet-when-empty", "--format", "markdown");
  expect(quiet).toMatchObject({ exitCode: 0, stdout: "", stderr: "" });

  project.edit("{ projectRole: Robots }]", "{ projectRole: Robots }]\n      DELETE_ISSUES: [{ projectRole: Robots }]");
  const requests = await project.requestsDuring(async () => {
    const { exitCode, stdout, stderr } = await preview("--json", "--fail-on", "destroys");
    expect({ exitCode, stderr }).toEqual({ exitCode: 2, stderr: "" });
    const found: AccessPreview = JSON.parse(stdout);
    const isPreview = new Ajv().compile(JSON.parse(readFileSync("docs/preview.schema.json", "utf8")));
    expect(isPreview(found), JSON.stringify(isPreview.errors)).toBe(true);
    expect(found).toMatchObject({ owner: "jira-access/web", stack: "web", losses: [], unclear: [], givenUp: 0 });
    expect(found.changes.map(({ kind, name }) => `${kind} ${name}`)).toEqual(["scheme Web scheme", "role Robots"]);
    expect(found.gains).toMatchObject([
      { account: "triage@acme.example", permission: "DELETE_ISSUES", project: "WEB", risk: "destroys" },
    ]);
  });
  expect(writesAmong(requests)).toEqual([]);

  const forge = await startForge("gitlab", "forge-secret-4711");
  const pipeline = project.with({
    GITLAB_CI: "true",
    GITHUB_ACTIONS: "",
    CI_API_V4_URL: forge.url,
    CI_PROJECT_ID: "12",
    CI_MERGE_REQUEST_IID: "7",
    GITLAB_TOKEN: "forge-secret-4711",
    // Everything here is on this machine, so that no proxy is asked.
    https_proxy: "http://127.0.0.1:9",
    http_proxy: "http://127.0.0.1:9",
  });
  const words = ["preview", "web", "--format", "markdown", "--fail-on", "takes-over", "--post"];
  const posted = await runCommand(pipeline, ...words);
  expect(posted).toMatchObject({ exitCode: 0, stderr: "comment on the pull request: created\n" });
  expect(posted.stdout).toContain("#### Gains: destroys (1)");
  expect(forge.notes.map(({ body }) => body)).toEqual([expect.stringContaining(posted.stdout.trimEnd())]);

  project.write(webStack.replace("BROWSE_PROJECTS", "BROWSE_PROJECT"));
  const broken = await preview();
  expect(broken).toMatchObject({ exitCode: 1, stdout: "" });
  expect(broken.stderr).toMatch(/^stacks\/web\.yaml:9:7: .*BROWSE_PROJECT\b/);
});
