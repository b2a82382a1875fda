import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { acme } from "../../src/emulator/seed/acme.js";
import { startSite } from "../emulator/site.js";
import { credentials, environments, forgeToken } from "../forge/pipeline-environment.js";
import { startForge } from "../forge/start-forge.js";
import { openCleanClone } from "../helpers/clean-clone.js";
import { takeWrites } from "../helpers/describe-state.js";
import { jobsOf, type Pipeline, pipelines, type Values } from "../infra/pipelines/jobs.js";

/** The scopes of the two tokens that docs/pipelines.md speaks of. */
const previewScopes = ["read:jira-user", "read:jira-work", "manage:jira-configuration"];
const tokens = {
  preview: { token: "preview-token-4711", scopes: previewScopes },
  up: { token: "up-token-4711", scopes: [...previewScopes, "manage:jira-project"] },
};
const [admin, ...others] = acme.accounts ?? [];
if (admin === undefined) throw new Error("acme has no administrator");
const seed = { ...acme, accounts: [{ ...admin, tokens: Object.values(tokens) }, ...others] };

/** How a job ends that is well; one that is not shows what its last step printed. */
const passed = { exitCode: 0, stdout: "", stderr: "" };

/** What is set in runs for a pull request alone. */
const ofPullRequest = ["GITHUB_EVENT_PATH", "CI_MERGE_REQUEST_IID", "BITBUCKET_PR_ID"];

/** Which file has which job; where drift is looked for as elsewhere, that is not run again. */
interface Story {
  readonly preview: Pipeline;
  readonly up: Pipeline;
  readonly drift?: Pipeline;
  /** Where drift leaves what the forge shows. */
  readonly result?: string;
}

const stories = {
  github: { preview: "github/preview.yml", up: "github/up.yml", drift: "github/drift.yml", result: "drift.sarif" },
  "github with pulumi/actions": {
    preview: "github-pulumi-actions/preview.yml",
    up: "github-pulumi-actions/up.yml",
  },
  gitlab: {
    preview: "gitlab/.gitlab-ci.yml",
    up: "gitlab/.gitlab-ci.yml",
    drift: "gitlab/.gitlab-ci.yml",
    result: "drift.xml",
  },
  bitbucket: {
    preview: "bitbucket/bitbucket-pipelines.yml",
    up: "bitbucket/bitbucket-pipelines.yml",
    drift: "bitbucket/bitbucket-pipelines.yml",
    result: "test-results/drift.xml",
  },
} as const satisfies Readonly<Record<string, Story>>;

test.each(["github", "github with pulumi/actions", "gitlab", "bitbucket"] as const)(
  "the jobs for %s, run as written, comment on a pull request, apply it, and keep one issue where they look for drift",
  async (name) => {
    const { preview, up, drift, result = "" }: Story = stories[name];
    const site = await startSite({ seed });
    const speech = pipelines[preview];
    const forge = await startForge(speech, credentials[speech]);
    const clone = openCleanClone();
    const eventFile = join(clone.folder, "event.json");
    writeFileSync(eventFile, JSON.stringify({ pull_request: { number: 7 } }));
    const { GITHUB_TOKEN: _, ...ofForge } = environments[speech](forge.url, eventFile);

    const printed: string[] = [];
    const run = async (pipeline: Pipeline, job: string, apiToken: string) => {
      const secrets: Readonly<Record<string, string>> = {
        JIRA_URL: site.url,
        JIRA_EMAIL: "admin@acme.example",
        JIRA_API_TOKEN: apiToken,
        JIRA_CLOUD_ID: site.cloudId,
        PULUMI_BACKEND_URL: clone.backendUrl,
        PULUMI_CONFIG_PASSPHRASE: "correct horse",
      };
      const values: Values = (key) => ({ ...secrets, token: forgeToken })[key] ?? "";
      // On GitHub a step sees what its `env` names and nothing else; the others give a job all of its variables.
      const given = speech === "github" || job === "validate" ? {} : secrets;
      const isForPullRequest = ["validate", "preview"].includes(job);
      const set = Object.entries(ofForge).filter(([key]) => isForPullRequest || !ofPullRequest.includes(key));
      const steps = jobsOf(pipeline)[job] ?? [];
      if (steps.length === 0) throw new Error(`${pipeline} has no job ${job}`);
      for (const { script, environment } of steps) {
        const settings = {
          CI: "true",
          ...Object.fromEntries(set),
          JIRA_GATEWAY_URL: site.gatewayUrl,
          ...given,
          ...environment(values),
        };
        const ended = await clone.run(script, settings);
        printed.push(ended.stdout, ended.stderr);
        if (ended.exitCode !== 0) return ended;
      }
      return passed;
    };

    const init = { PULUMI_BACKEND_URL: clone.backendUrl, PULUMI_CONFIG_PASSPHRASE: "correct horse" };
    expect(await clone.run("npx pulumi stack init production", init)).toMatchObject({ exitCode: 0 });
    expect(await run(preview, "validate", "")).toEqual(passed);
    expect(await run(preview, "preview", tokens.preview.token)).toEqual(passed);
    expect(forge.notes.map(({ body }) => body)).toEqual([expect.stringMatching(/release-notes.*ADD&#95;COMMENTS/)]);
    expect(await takeWrites(site)).toEqual([]);

    expect(await run(up, "up", tokens.up.token)).toEqual(passed);
    expect(printed.join("\n")).toContain("holds: stacks/shared/access.yaml");
    if (drift === undefined) return expectNoToken(printed, forge.notes);
    expect(await run(drift, "drift", tokens.preview.token)).toEqual(passed);
    expect(forge.issues).toEqual([]);

    const { body } = await site.ask("admin", "GET /permissionscheme");
    const { id } = body.permissionSchemes.find((scheme: { name: string }) => scheme.name.startsWith("Delivery"));
    const holder = { type: "group", parameter: "acme-staff" };
    const grants = `/permissionscheme/${id}/permission`;
    const added = await site.ask("admin", `POST ${grants}`, { permission: "DELETE_ISSUES", holder });
    await takeWrites(site);
    expect(await run(drift, "drift", tokens.preview.token)).toMatchObject({ exitCode: 2 });
    expect(forge.issues).toMatchObject([{ isOpen: true, body: expect.stringMatching(/DELETE(_|&#95;)ISSUES/) }]);
    expect(readFileSync(join(clone.folder, result), "utf8")).toContain("DELETE_ISSUES");
    expect(await takeWrites(site)).toEqual([]);

    await site.ask("admin", `DELETE ${grants}/${added.body.id}`);
    expect(await run(drift, "drift", tokens.preview.token)).toEqual(passed);
    expect(forge.issues).toMatchObject([{ isOpen: false }]);
    expectNoToken(printed, forge.notes, forge.issues);
  },
);

function expectNoToken(...places: readonly unknown[]): void {
  const secrets = [forgeToken, ...Object.values(tokens).map(({ token }) => token)];
  expect(secrets.filter((secret) => JSON.stringify(places).includes(secret))).toEqual([]);
}
