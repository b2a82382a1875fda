import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { parse, parseDocument } from "yaml";
import { fileOf, jobsOf, type Pipeline, pipelines } from "./jobs.js";
import { lint } from "./lint.js";

const names = Object.keys(pipelines) as readonly Pipeline[];
const workflows = names.filter((name) => pipelines[name] === "github");
const zizmor = ["zizmor", "--offline", "--no-progress", "--persona", "auditor"];
const schemaLinters = {
  github: ["check-jsonschema", "--builtin-schema", "vendor.github-workflows"],
  gitlab: ["check-jsonschema", "--builtin-schema", "vendor.gitlab-ci", "--data-transform", "gitlab-ci"],
  bitbucket: ["check-jsonschema", "--builtin-schema", "vendor.bitbucket-pipelines"],
} as const;
const textOf = (name: Pipeline) => readFileSync(fileOf(name), "utf8");

test("every file of infra/pipelines is known to the tests", () => {
  const files = readdirSync("infra/pipelines", { recursive: true, encoding: "utf8" });
  expect(files.filter((file) => file.endsWith(".yml")).sort()).toEqual([...names].sort());
});

test("every job runs the same line on every forge", () => {
  const lines = names
    .flatMap((name) => Object.values(jobsOf(name)).flat())
    .flatMap(({ script }) => script.split("\n").filter((line) => line.includes("jira-access")))
    .map((line) => line.replace(/ --format \w+ > \S+$/, ""));
  expect([...new Set(lines)].sort()).toEqual([
    "npx jira-access drift production --post",
    "npx jira-access preview production --post --quiet-when-empty",
    "npx jira-access up production --yes",
    "npx jira-access validate",
    "npx jira-access verify production",
  ]);
  const documented = readFileSync("docs/pipelines.md", "utf8");
  for (const line of lines.filter((line) => !line.includes(" verify "))) expect(documented).toContain(`\`${line}\``);
});

describe.each(names)("%s", (name) => {
  test("is valid YAML without a repeated key", () => {
    const { errors, warnings } = parseDocument(textOf(name), { uniqueKeys: true });
    expect([...errors, ...warnings]).toEqual([]);
  });

  test("is valid by the published JSON Schema", (context) => {
    expect(lint(context, schemaLinters[pipelines[name]], fileOf(name))).toMatchObject({ status: 0 });
  });
});

describe.each(workflows)("%s", (name) => {
  test("passes zizmor, at its strictest", (context) => {
    expect(lint(context, zizmor, fileOf(name))).toMatchObject({ status: 0 });
  });

  test("gives nothing by default, and every secret only to a job with an environment, and there only to steps that need it", () => {
    const { on, permissions, env, jobs } = parse(textOf(name));
    expect({ permissions, env, forks: "pull_request_target" in on }).toEqual({
      permissions: {},
      env: undefined,
      forks: false,
    });
    for (const job of Object.values<Record<string, unknown>>(jobs)) {
      expect(job["timeout-minutes"]).toBeLessThanOrEqual(60);
      expect(job.permissions).toMatchObject({ contents: "read" });
      expect(job.env).toBeUndefined();
      const steps = job.steps as readonly Record<string, unknown>[];
      const secretive = steps.filter((step) => JSON.stringify(step).includes("secrets."));
      if (job.environment === undefined) expect(secretive).toEqual([]);
      for (const { run, uses } of secretive) expect(`${run ?? uses}`).toMatch(/^(npx jira-access|pulumi\/actions@)/);
    }
  });

  test("pins each action to a commit, the same one everywhere, with its version", () => {
    const all = workflows.flatMap((one) => [...textOf(one).matchAll(/uses: (.*)/g)].map(([, used = ""]) => used));
    for (const used of all) expect(used).toMatch(/^[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
    expect(new Set(all).size).toBe(new Set(all.map((used) => used.split("@")[0])).size);
  });
});

test("a pull request of a fork or of Dependabot gets the offline check alone", () => {
  for (const name of ["github/preview.yml", "github-pulumi-actions/preview.yml"] as const) {
    const { validate, preview } = parse(textOf(name)).jobs;
    expect(validate.if).toBeUndefined();
    expect(preview.if).toContain("github.event.pull_request.head.repo.full_name == github.repository");
    expect(preview.if).toContain("github.event.pull_request.user.login != 'dependabot[bot]'");
  }
  const { preview, validate } = parse(textOf("gitlab/.gitlab-ci.yml"));
  expect(validate.environment).toBeUndefined();
  expect(preview.rules).toMatchObject([
    { if: expect.stringContaining("$CI_MERGE_REQUEST_SOURCE_PROJECT_ID == $CI_MERGE_REQUEST_PROJECT_ID") },
  ]);
});

test("pulumi/actions runs the version of Pulumi that this project has", () => {
  const { pulumi } = JSON.parse(readFileSync("package.json", "utf8")).devDependencies;
  for (const name of workflows.filter((name) => name.includes("pulumi"))) {
    expect(textOf(name)).toContain(`pulumi-version: ${pulumi}\n`);
  }
});

test("docs/pipelines.md names every file and everything that is to be set", () => {
  const text = readFileSync("docs/pipelines.md", "utf8");
  const links = [...text.matchAll(/\]\(([^)#]+)/g)].map(([, link = ""]) => join("docs", link.replace("\n", " ")));
  expect(links.filter((link) => !existsSync(link))).toEqual([]);
  expect(names.map(fileOf).filter((file) => !links.includes(file))).toEqual([]);
  const settings = names.flatMap((name) => [
    ...textOf(name).matchAll(/(?:vars|secrets)\.(\w+)|\b((?:JIRA|PULUMI|GITLAB|BITBUCKET)_[A-Z_]+)\b/g),
  ]);
  const unnamed = settings
    .map(([, ofGithub, other]) => ofGithub ?? other)
    .filter((name) => !text.includes(`\`${name}\``));
  expect([...new Set(unnamed)]).toEqual([]);
});

const mistakes = [
  ["github/up.yml", schemaLinters.github, "permissions: {}", "permissions: 5", "$.permissions: 5 is not valid"],
  ["gitlab/.gitlab-ci.yml", schemaLinters.gitlab, "action: access", "action: enter", "'enter' is not one of"],
  [
    "bitbucket/bitbucket-pipelines.yml",
    schemaLinters.bitbucket,
    "max-time: 15",
    "max-time: soon",
    "'soon' is not of type",
  ],
  ["github/up.yml", zizmor, "  push:\n", "  pull_request_target:\n", "dangerous-triggers"],
] as const;

test("the linters tell mistakes", (context) => {
  const folder = mkdtempSync(join(tmpdir(), "pipelines-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [name, linter, text, mistake, said] of mistakes) {
    const file = join(folder, "mistaken.yml");
    writeFileSync(file, textOf(name).replace(text, mistake));
    expect(lint(context, linter, file)).toMatchObject({ said: expect.stringContaining(said) });
  }
});
