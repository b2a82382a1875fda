import { z } from "zod";
import type { ProjectId } from "../model/ids.js";
import type { IdentifiedHolder } from "../model/site-access.js";
import type { JiraClient } from "./create-client.js";
import { holderExpand, readHolder, wireHolder } from "./holder.js";
import { pageOf, readAllPages } from "./http/paginate.js";

const pageSize = 1000;
const text = z.union([z.string(), z.number()]).transform(String);

const levels = pageOf(z.object({ id: text, name: z.string(), issueSecuritySchemeId: text }));
const members = pageOf(z.object({ issueSecurityLevelId: text, holder: wireHolder }));
const uses = pageOf(z.object({ issueSecuritySchemeId: text, projectId: text }));

/** An issue security level, by the scheme that it is of; `scheme` is that scheme's id. */
export interface ListedLevel {
  readonly id: string;
  readonly name: string;
  readonly scheme: string;
}

/** Every issue security level of the site. Needs ADMINISTER and `manage:jira-configuration`. */
export async function listSecurityLevels(client: JiraClient): Promise<readonly ListedLevel[]> {
  const found = await readAllPages((startAt) =>
    client.call("getSecurityLevels", { query: { startAt, maxResults: pageSize } }, levels),
  );
  return found.map(({ id, name, issueSecuritySchemeId }) => ({ id, name, scheme: issueSecuritySchemeId }));
}

/** Who is on each issue security level, by its id. Needs ADMINISTER and `manage:jira-configuration`. */
export async function listSecurityLevelHolders(
  client: JiraClient,
): Promise<readonly (readonly [level: string, holder: IdentifiedHolder])[]> {
  const query = { expand: holderExpand, maxResults: pageSize };
  const found = await readAllPages((startAt) =>
    client.call("getSecurityLevelMembers", { query: { ...query, startAt } }, members),
  );
  return found.flatMap(({ issueSecurityLevelId, holder }) =>
    readHolder(holder).map((read) => [issueSecurityLevelId, read] as const),
  );
}

/** The issue security scheme of each project that has one. Needs ADMINISTER and `manage:jira-configuration`. */
export async function listSecuritySchemeUses(client: JiraClient): Promise<ReadonlyMap<ProjectId, string>> {
  const found = await readAllPages((startAt) =>
    client.call("searchProjectsUsingSecuritySchemes", { query: { startAt, maxResults: pageSize } }, uses),
  );
  return new Map(found.map(({ projectId, issueSecuritySchemeId }) => [projectId, issueSecuritySchemeId]));
}
