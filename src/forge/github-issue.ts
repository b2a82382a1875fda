import { z } from "zod";
import { driftLabel, driftVerb, requireLabel } from "./drift-label.js";
import type { Environment, IssuePlace } from "./forge.js";
import { openGithubApi, ownLogin, repositoryPath } from "./github.js";
import { markerOf, roomBeside, withMarker, withoutMarker } from "./marker.js";
import { readFullPages } from "./open-api.js";

const issues = z.array(
  z.object({
    number: z.number(),
    title: z.string(),
    body: z.string().nullish(),
    state: z.enum(["open", "closed"]),
    user: z.object({ login: z.string() }).nullish(),
  }),
);
const created = z.object({ labels: z.array(z.object({ name: z.string() })) });

/**
 * The issue about a stack's drift in the repository of a GitHub Actions run. `GITHUB_TOKEN` needs `issues: write`.
 * @see https://docs.github.com/en/rest/issues/issues
 */
export function openGithubIssue(environment: Environment, stack: string): IssuePlace {
  const api = openGithubApi(environment);
  const path = `${repositoryPath(environment)}/issues`;
  const marker = markerOf(driftVerb, stack);
  return {
    mostCharacters: roomBeside(marker, 60_000),
    shows: "markdown",
    async find() {
      const login = await ownLogin(api);
      const query = `labels=${encodeURIComponent(driftLabel)}&state=all&direction=asc`;
      const all = await readFullPages(api, `${path}?${query}`, issues);
      for (const { number, title, body, state, user } of all) {
        const own = user?.login === login ? withoutMarker(body ?? "", marker) : undefined;
        if (own !== undefined) return { id: `${number}`, title, body: own, isOpen: state === "open" };
      }
      return undefined;
    },
    async create({ title, body }) {
      const text = { title, body: withMarker(body, marker), labels: [driftLabel] };
      const { labels } = await api.call("POST", path, created, text);
      requireLabel(labels.map(({ name }) => name));
    },
    async update({ id }, { title, body, isOpen }) {
      const state = isOpen ? "open" : "closed";
      await api.call("PATCH", `${path}/${id}`, z.unknown(), { title, body: withMarker(body, marker), state });
    },
  };
}
