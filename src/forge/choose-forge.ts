import { ForgeError } from "../errors.js";
import { openBitbucket } from "./bitbucket.js";
import { openBitbucketReport } from "./bitbucket-report.js";
import type { Environment, IssuePlace, PullRequest } from "./forge.js";
import { openGithub } from "./github.js";
import { openGithubIssue } from "./github-issue.js";
import { openGitlab } from "./gitlab.js";
import { openGitlabIssue } from "./gitlab-issue.js";

/**
 * The pull request that this pipeline runs for, by what GitHub Actions, GitLab CI or Bitbucket Pipelines set in the
 * environment.
 * @throws ForgeError when it is none of them, or a setting is missing.
 */
export function choosePullRequest(environment: Environment): PullRequest {
  return { github: openGithub, gitlab: openGitlab, bitbucket: openBitbucket }[forgeOf(environment)](environment);
}

/**
 * The place for the one issue about a stack's drift, on the forge that runs this pipeline.
 * @throws ForgeError when it is none of them, or a setting is missing.
 */
export function chooseDriftIssue(environment: Environment, stack: string): IssuePlace {
  const open = { github: openGithubIssue, gitlab: openGitlabIssue, bitbucket: openBitbucketReport };
  return open[forgeOf(environment)](environment, stack);
}

function forgeOf(environment: Environment): "github" | "gitlab" | "bitbucket" {
  if (environment.GITHUB_ACTIONS) return "github";
  if (environment.GITLAB_CI) return "gitlab";
  if (environment.BITBUCKET_BUILD_NUMBER) return "bitbucket";
  throw new ForgeError(
    "--post writes from GitHub Actions, GitLab CI and Bitbucket Pipelines only; this is none of them: leave it out here",
  );
}
