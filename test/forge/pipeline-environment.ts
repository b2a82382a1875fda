/** The forges that pipelines run on. */
export type Speech = "github" | "gitlab" | "bitbucket";

/** The token that each of them is asked with. */
export const forgeToken = "forge-secret-4711";

/** What a request shows, by which the forge knows whose it is. */
export const credentials: Readonly<Record<Speech, string>> = {
  github: `Bearer ${forgeToken}`,
  gitlab: forgeToken,
  bitbucket: `Basic ${Buffer.from(`bot@acme.example:${forgeToken}`).toString("base64")}`,
};

/** What each sets in the environment of its jobs, and people beside it, in a run for pull request 7. */
export const environments: Readonly<
  Record<Speech, (url: string, eventFile: string) => Readonly<Record<string, string>>>
> = {
  github: (url, eventFile) => ({
    GITHUB_ACTIONS: "true",
    GITHUB_API_URL: url,
    GITHUB_REPOSITORY: "acme/access",
    GITHUB_EVENT_PATH: eventFile,
    GITHUB_TOKEN: forgeToken,
  }),
  gitlab: (url) => ({
    GITLAB_CI: "true",
    CI_API_V4_URL: url,
    CI_PROJECT_ID: "12",
    CI_MERGE_REQUEST_IID: "7",
    GITLAB_TOKEN: forgeToken,
  }),
  bitbucket: (url) => ({
    BITBUCKET_BUILD_NUMBER: "3",
    BITBUCKET_API_URL: url,
    BITBUCKET_WORKSPACE: "acme",
    BITBUCKET_REPO_SLUG: "access",
    BITBUCKET_PR_ID: "7",
    BITBUCKET_COMMIT: "c0ffee",
    BITBUCKET_EMAIL: "bot@acme.example",
    BITBUCKET_TOKEN: forgeToken,
  }),
};
