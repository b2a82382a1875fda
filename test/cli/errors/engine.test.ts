import { expect, test } from "vitest";
import { login, type Refusal, runRefused } from "./refusal.js";

const noProject = "error: no Pulumi.yaml project file found\nRun it where the Pulumi project's Pulumi.yaml stands.";
const noneSelected = `no stack is named and none is selected: name one.\npulumi stack: ${noProject}`;
const unread =
  "error: if you're using the --stack flag, pass the fully qualified name (organization/project/stack)\nRun it where the Pulumi project's Pulumi.yaml stands.";
const noSettings =
  "not set: JIRA_URL (the site's address, such as https://your-site.atlassian.net; in the stack's configuration jira:url); JIRA_EMAIL (the e-mail of the account that acts; in the stack's configuration jira:email); JIRA_API_TOKEN (an API token of that account; in the stack's configuration jira:apiToken). Set them in the environment; a token belongs into the configuration only with --secret. The stack's configuration cannot be read: ";

const refusals: readonly Refusal[] = [
  ["preview", noneSelected],
  ["up", noneSelected],
  ["verify", noneSelected],
  ["drift", noneSelected],
  ["scopes", noneSelected],
  ["preview web", `pulumi preview: ${noProject}`],
  ["baseline web", `pulumi stack export --stack web: ${unread}`],
  ["drift web", `pulumi stack export --stack web: ${unread}`, login],
  ["verify web", `${noSettings}pulumi config --json --show-secrets --stack web: ${noProject}`],
  ["adopt", `${noSettings}pulumi config --json --show-secrets: ${noProject}`],
  [
    "preview web --post",
    "--post writes from GitHub Actions, GitLab CI and Bitbucket Pipelines only; this is none of them: leave it out here",
  ],
  [
    "preview web --post",
    "GITLAB_TOKEN is not set, which --post needs: set it for this job, or leave --post out",
    { GITLAB_CI: "true", CI_API_V4_URL: "http://127.0.0.1:9" },
  ],
];

for (const [line, stderr, settings] of refusals) {
  test(`jira-access ${line}`, async () => {
    expect(await runRefused(line, settings)).toEqual({ exitCode: 1, stdout: "", stderr });
  });
}
