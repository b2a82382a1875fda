import { z } from "zod";
import type { Environment, PullRequest } from "./forge.js";
import { type ForgeApi, openApi, readPages } from "./open-api.js";
import { basic, required, token } from "./settings.js";

const user = z.object({ uuid: z.string() });
const page = z.object({
  next: z.string().optional(),
  values: z.array(
    z.object({
      id: z.number(),
      deleted: z.boolean().default(false),
      content: z.object({ raw: z.string().nullish() }),
      user: user.nullish(),
    }),
  ),
});

/**
 * The pull request of a Bitbucket pipeline. `BITBUCKET_EMAIL` and `BITBUCKET_TOKEN` are those of an account that may
 * read itself and write pull requests. Bitbucket folds nothing, and takes comments of half the length.
 * @see https://developer.atlassian.com/cloud/bitbucket/rest/api-group-pullrequests/
 */
export function openBitbucket(environment: Environment): PullRequest {
  const api = openBitbucketApi(environment);
  const number = encodeURIComponent(required(environment, "BITBUCKET_PR_ID"));
  const path = `${repositoryPath(environment)}/pullrequests/${number}/comments`;
  const write = (body: string) => ({ content: { raw: body } });
  return {
    mostCharacters: 30_000,
    folds: false,
    async list() {
      const self = await api.call("GET", "/user", user);
      const all = await readPages(async (number) => {
        const { values, next } = await api.call("GET", `${path}?pagelen=100&page=${number}`, page);
        return { entries: values, isLast: next === undefined };
      });
      return all
        .filter(({ deleted }) => !deleted)
        .map(({ id, content, user: author }) => {
          return { id: `${id}`, body: content.raw ?? "", isOwn: author?.uuid === self.uuid };
        });
    },
    create: async (body) => void (await api.call("POST", path, z.unknown(), write(body))),
    update: async (id, body) => void (await api.call("PUT", `${path}/${id}`, z.unknown(), write(body))),
  };
}

/** Bitbucket's API, as the account whose e-mail and token the environment has. */
export function openBitbucketApi(environment: Environment): ForgeApi {
  const [addressVariable, tokenVariable] = ["BITBUCKET_API_URL", "BITBUCKET_TOKEN"] as const;
  const base = environment[addressVariable] || "https://api.bitbucket.org/2.0";
  const secret = token(environment, tokenVariable);
  return openApi(
    { base, addressVariable, tokenVariable },
    { authorization: basic(required(environment, "BITBUCKET_EMAIL"), secret) },
  );
}

/** The path of the repository in that API. */
export function repositoryPath(environment: Environment): string {
  const names = ["BITBUCKET_WORKSPACE", "BITBUCKET_REPO_SLUG"];
  const [workspace, repository] = names.map((name) => encodeURIComponent(required(environment, name)));
  return `/repositories/${workspace}/${repository}`;
}
