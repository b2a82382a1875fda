import { z } from "zod";
import type { Environment, PullRequest } from "./forge.js";
import { type ForgeApi, openApi, readFullPages } from "./open-api.js";
import { required, token } from "./settings.js";

const user = z.object({ id: z.number() });
const notes = z.array(z.object({ id: z.number(), body: z.string(), system: z.boolean().default(false), author: user }));

/**
 * The merge request of a GitLab pipeline. `GITLAB_TOKEN` is a project access token with the scope `api`: the token of a
 * job may not write notes.
 * @see https://docs.gitlab.com/api/notes/
 */
export function openGitlab(environment: Environment): PullRequest {
  const api = openGitlabApi(environment);
  const path = `${projectPath(environment)}/merge_requests/${required(environment, "CI_MERGE_REQUEST_IID")}/notes`;
  return {
    mostCharacters: 60_000,
    folds: true,
    async list() {
      const self = await ownId(api);
      const all = await readFullPages(api, `${path}?sort=asc&order_by=created_at`, notes);
      return all.map(({ id, body, system, author }) => ({
        id: `${id}`,
        body,
        isOwn: !system && author.id === self,
      }));
    },
    create: async (body) => void (await api.call("POST", path, z.unknown(), { body })),
    update: async (id, body) => void (await api.call("PUT", `${path}/${id}`, z.unknown(), { body })),
  };
}

/** GitLab's API, as `GITLAB_TOKEN` of the environment. */
export function openGitlabApi(environment: Environment): ForgeApi {
  const [addressVariable, tokenVariable] = ["CI_API_V4_URL", "GITLAB_TOKEN"] as const;
  const address = { base: required(environment, addressVariable), addressVariable, tokenVariable };
  return openApi(address, { "private-token": token(environment, tokenVariable) });
}

/** The path of the project in that API. */
export function projectPath(environment: Environment): string {
  return `/projects/${encodeURIComponent(required(environment, "CI_PROJECT_ID"))}`;
}

/** Who that token is. */
export async function ownId(api: ForgeApi): Promise<number> {
  return (await api.call("GET", "/user", user)).id;
}
