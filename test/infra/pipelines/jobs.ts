import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { z } from "zod";
import type { Speech } from "../../forge/pipeline-environment.js";

/** What a step of a job gets from where the pipeline keeps settings and secrets; empty where nothing is set. */
export type Values = (name: string) => string;

/** A step of a job: a script of the shell, and what the file itself puts into its environment. */
export interface Step {
  readonly script: string;
  readonly environment: (values: Values) => Readonly<Record<string, string>>;
}

/** The ready files, and on which forge they run. */
export const pipelines = {
  "github/preview.yml": "github",
  "github/up.yml": "github",
  "github/drift.yml": "github",
  "github-pulumi-actions/preview.yml": "github",
  "github-pulumi-actions/up.yml": "github",
  "gitlab/.gitlab-ci.yml": "gitlab",
  "bitbucket/bitbucket-pipelines.yml": "bitbucket",
} as const satisfies Readonly<Record<string, Speech>>;

/** One of the ready files, by its path in infra/pipelines. */
export type Pipeline = keyof typeof pipelines;

/** The path of a ready file in this repository. */
export function fileOf(pipeline: Pipeline): string {
  return `infra/pipelines/${pipeline}`;
}

/** The steps of each job of a ready file, as they are written there. */
export function jobsOf(pipeline: Pipeline): Readonly<Record<string, readonly Step[]>> {
  return readers[pipelines[pipeline]](parse(readFileSync(fileOf(pipeline), "utf8")));
}

const texts = z.record(z.string(), z.coerce.string());
const githubStep = z.object({
  uses: z.string().default(""),
  run: z.string().optional(),
  with: texts.default({}),
  env: texts.default({}),
});
const githubFile = z.object({ jobs: z.record(z.string(), z.object({ steps: z.array(githubStep) })) });
const script = z.array(z.string());
const gitlabJob = z.object({ script });
const gitlabFile = z.looseObject({ default: z.object({ before_script: script }) });
const bitbucketSteps = z.array(z.object({ step: z.object({ script }) }));
const bitbucketFile = z.object({
  pipelines: z.object({
    "pull-requests": z.object({ "**": bitbucketSteps }),
    branches: z.object({ main: bitbucketSteps }),
    custom: z.object({ drift: bitbucketSteps }),
  }),
});

type Jobs = Readonly<Record<string, readonly Step[]>>;

const readers: Readonly<Record<Speech, (file: unknown) => Jobs>> = {
  github: (file) =>
    mapValues(githubFile.parse(file).jobs, ({ steps }) =>
      steps.flatMap((step) => {
        const script = step.run ?? standInFor(step);
        const environment = (values: Values) => mapValues(step.env, (text) => fillIn(text, values));
        return script === undefined ? [] : [{ script, environment }];
      }),
    ),
  gitlab(file) {
    const { default: defaults, ...others } = gitlabFile.parse(file);
    const jobs = Object.entries(others).flatMap(([name, job]) => {
      const { data } = gitlabJob.safeParse(job);
      return data === undefined ? [] : [[name, [asStep([...defaults.before_script, ...data.script])]] as const];
    });
    return Object.fromEntries(jobs);
  },
  bitbucket(file) {
    const { "pull-requests": pulls, branches, custom } = bitbucketFile.parse(file).pipelines;
    const [validate, preview] = pulls["**"].map((item) => [item]);
    const jobs = { validate: validate ?? [], preview: preview ?? [], up: branches.main, drift: custom.drift };
    return mapValues(jobs, (items) => items.map(({ step }) => asStep(step.script)));
  },
};

/** A text of a GitHub workflow with its expressions, as `${{ vars.JIRA_URL }}`, told. */
function fillIn(text: string, values: Values): string {
  return text.replace(/\$\{\{ \w+\.(\w+) \}\}/g, (_, name) => values(name));
}

/** What `pulumi/actions` does, as the CLI does it. */
function standInFor({ uses, with: settings }: z.output<typeof githubStep>): string | undefined {
  if (!uses.startsWith("pulumi/actions@")) return undefined;
  const { command, "stack-name": stack } = settings;
  return `npx pulumi ${command} --stack ${stack}${command === "up" ? " --yes --skip-preview" : ""} --non-interactive`;
}

function asStep(lines: readonly string[]): Step {
  return { script: lines.join("\n"), environment: () => ({}) };
}

function mapValues<From, To>(
  record: Readonly<Record<string, From>>,
  map: (value: From) => To,
): Readonly<Record<string, To>> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, map(value)]));
}
