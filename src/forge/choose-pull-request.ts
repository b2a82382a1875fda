import { ForgeError } from "../errors.js";
import { openBitbucket } from "./bitbucket.js";
import type { Environment, PullRequest } from "./forge.js";
import { openGithub } from "./github.js";
import { openGitlab } from "./gitlab.js";

/**
 * The pull request that this pipeline runs for, by what GitHub Actions, GitLab CI or Bitbucket Pipelines set in the
 * environment.
 * @throws ForgeError when it is none of them, or a setting is missing.
 */
export function choosePullRequest(environment: Environment): PullRequest {
  if (environment.GITHUB_ACTIONS) return openGithub(environment);
  if (environment.GITLAB_CI) return openGitlab(environment);
  if (environment.BITBUCKET_BUILD_NUMBER) return openBitbucket(environment);
  throw new ForgeError(
    "--post comments from GitHub Actions, GitLab CI and Bitbucket Pipelines only; this is none of them",
  );
}
