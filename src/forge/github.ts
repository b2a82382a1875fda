import { readFileSync } from "node:fs";
import { z } from "zod";
import { ForgeError } from "../errors.js";
import type { Environment, PullRequest } from "./forge.js";
import { type ForgeApi, openApi, readFullPages } from "./open-api.js";
import { required, token } from "./settings.js";

const comments = z.array(
  z.object({ id: z.number(), body: z.string().nullish(), user: z.object({ login: z.string() }).nullish() }),
);
const event = z.object({ pull_request: z.object({ number: z.int().positive() }) });

/** Who comments with the token that GitHub gives a workflow, which may not ask who it is. */
const actionsLogin = "github-actions[bot]";

/**
 * The pull request of a GitHub Actions run. `GITHUB_TOKEN` needs `pull-requests: write`.
 * @see https://docs.github.com/en/rest/issues/comments
 */
export function openGithub(environment: Environment): PullRequest {
  const api = openGithubApi(environment);
  const issues = `${repositoryPath(environment)}/issues`;
  const path = `${issues}/${pullRequestNumber(environment)}/comments`;
  return {
    mostCharacters: 60_000,
    folds: true,
    async list() {
      const login = await ownLogin(api);
      const all = await readFullPages(api, path, comments);
      return all.map(({ id, body, user }) => ({ id: `${id}`, body: body ?? "", isOwn: user?.login === login }));
    },
    create: async (body) => void (await api.call("POST", path, z.unknown(), { body })),
    update: async (id, body) => void (await api.call("PATCH", `${issues}/comments/${id}`, z.unknown(), { body })),
  };
}

/** GitHub's API, as `GITHUB_TOKEN` of the environment. */
export function openGithubApi(environment: Environment): ForgeApi {
  const [addressVariable, tokenVariable] = ["GITHUB_API_URL", "GITHUB_TOKEN"] as const;
  const base = environment[addressVariable] || "https://api.github.com";
  return openApi(
    { base, addressVariable, tokenVariable },
    { authorization: `Bearer ${token(environment, tokenVariable)}`, "x-github-api-version": "2022-11-28" },
  );
}

/** The path of the repository in that API. */
export function repositoryPath(environment: Environment): string {
  return `/repos/${required(environment, "GITHUB_REPOSITORY")}`;
}

/** Who that token is. */
export async function ownLogin(api: ForgeApi): Promise<string> {
  try {
    return (await api.call("GET", "/user", z.object({ login: z.string() }))).login;
  } catch (error) {
    if (error instanceof ForgeError && error.status === 403) return actionsLogin;
    throw error;
  }
}

function pullRequestNumber(environment: Environment): number {
  const file = required(environment, "GITHUB_EVENT_PATH");
  try {
    return event.parse(JSON.parse(readFileSync(file, "utf8"))).pull_request.number;
  } catch {
    throw new ForgeError(`${file}: the event of this run is of no pull request: run --post on pull_request only`);
  }
}
