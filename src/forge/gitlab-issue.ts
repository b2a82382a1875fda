import { z } from "zod";
import { driftLabel, driftVerb, requireLabel } from "./drift-label.js";
import type { Environment, IssuePlace } from "./forge.js";
import { openGitlabApi, ownId, projectPath } from "./gitlab.js";
import { markerOf, roomBeside, withMarker, withoutMarker } from "./marker.js";
import { readFullPages } from "./open-api.js";

const issues = z.array(
  z.object({
    iid: z.number(),
    title: z.string(),
    description: z.string().nullish(),
    state: z.enum(["opened", "closed"]),
    author: z.object({ id: z.number() }),
  }),
);
const created = z.object({ labels: z.array(z.string()) });

/**
 * The issue about a stack's drift in the project of a GitLab pipeline. `GITLAB_TOKEN` is a project access token with the
 * scope `api`, of a role that may label issues.
 * @see https://docs.gitlab.com/api/issues/
 */
export function openGitlabIssue(environment: Environment, stack: string): IssuePlace {
  const api = openGitlabApi(environment);
  const path = `${projectPath(environment)}/issues`;
  const marker = markerOf(driftVerb, stack);
  return {
    mostCharacters: roomBeside(marker, 60_000),
    shows: "markdown",
    async find() {
      const id = await ownId(api);
      const query = `labels=${encodeURIComponent(driftLabel)}&order_by=created_at&sort=asc`;
      const all = await readFullPages(api, `${path}?${query}`, issues);
      for (const { iid, title, description, state, author } of all) {
        const own = author.id === id ? withoutMarker(description ?? "", marker) : undefined;
        if (own !== undefined) return { id: `${iid}`, title, body: own, isOpen: state === "opened" };
      }
      return undefined;
    },
    async create({ title, body }) {
      const text = { title, description: withMarker(body, marker), labels: driftLabel };
      requireLabel((await api.call("POST", path, created, text)).labels);
    },
    async update({ id, isOpen: wasOpen }, { title, body, isOpen }) {
      const event = wasOpen === isOpen ? {} : { state_event: isOpen ? "reopen" : "close" };
      await api.call("PUT", `${path}/${id}`, z.unknown(), { title, description: withMarker(body, marker), ...event });
    },
  };
}
