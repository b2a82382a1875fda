import { z } from "zod";
import type { Project } from "../model/project.js";
import type { JiraClient } from "./create-client.js";
import { pageOf, readAllPages } from "./paginate.js";

const wireProject = z
  .object({
    id: z.string(),
    key: z.string(),
    name: z.string(),
    style: z.string().optional(),
    simplified: z.boolean().optional(),
  })
  .transform(
    ({ id, key, name, style, simplified }): Project => ({
      id,
      key,
      name,
      management: style === "next-gen" || simplified === true ? "team" : "company",
    }),
  );

const page = pageOf(wireProject);
const pageSize = 100;

/** Every project that the acting account can see. Needs `read:jira-work`. */
export function listProjects(client: JiraClient): Promise<readonly Project[]> {
  return readAllPages((startAt) =>
    client.call("searchProjects", { query: { startAt, maxResults: pageSize, orderBy: "key" } }, page),
  );
}
