import { z } from "zod";
import { JiraError } from "../errors.js";
import type { Project } from "../model/project.js";
import type { JiraClient } from "./create-client.js";
import { pageOf, readAllPages } from "./http/paginate.js";

const wireProject = z
  .object({
    id: z.string(),
    key: z.string(),
    name: z.string(),
    style: z.string().optional(),
    simplified: z.boolean().optional(),
    lead: z.object({ accountId: z.string() }).optional(),
    projectCategory: z.object({ name: z.string() }).optional(),
  })
  .transform(
    ({ id, key, name, style, simplified, lead, projectCategory }): Project => ({
      id,
      key,
      name,
      management: style === "next-gen" || simplified === true ? "team" : "company",
      ...(lead === undefined ? {} : { lead: lead.accountId }),
      ...(projectCategory === undefined ? {} : { category: projectCategory.name }),
    }),
  );

const page = pageOf(wireProject);
const pageSize = 100;

/** Every project that the acting account can see. Needs `read:jira-work`. */
export function listProjects(client: JiraClient): Promise<readonly Project[]> {
  return readAllPages((startAt) =>
    client.call("searchProjects", { query: { startAt, maxResults: pageSize, orderBy: "key", expand: "lead" } }, page),
  );
}

/** The project of a key, also of one that it had before it was renamed; undefined where there is none to be seen. */
export function getProject(client: JiraClient, key: string): Promise<Project | undefined> {
  return client.call("getProject", { path: { projectIdOrKey: key } }, wireProject).catch((error: unknown) => {
    if (error instanceof JiraError && error.kind === "not-found") return undefined;
    throw error;
  });
}
