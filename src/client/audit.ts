import { z } from "zod";
import type { AccountId } from "../model/ids.js";
import type { JiraClient } from "./create-client.js";

const wireRecord = z.object({
  summary: z.string().default(""),
  authorAccountId: z.string().optional(),
  created: z.string(),
  objectItem: z.object({ name: z.string().optional(), parentName: z.string().optional() }).default({}),
});

/** One change of a site's administration, as its audit log tells of it. */
export interface AuditRecord {
  readonly summary: string;
  readonly author?: AccountId;
  /** In the form in which the site writes moments. */
  readonly created: string;
  /** What was changed, by the name that it had. */
  readonly object?: string;
  /** What it is part of, such as a project. */
  readonly parent?: string;
}

/** Which records to read; the newest come first. */
export interface AuditQuery {
  /** Words that a record must hold, each somewhere. */
  readonly filter?: string;
  readonly limit: number;
}

/** Records of the audit log. Needs ADMINISTER, a paid plan, and `manage:jira-configuration`. */
export async function listAuditRecords(client: JiraClient, { filter, limit }: AuditQuery): Promise<AuditRecord[]> {
  const query = { limit, ...(filter === undefined ? {} : { filter }) };
  const { records } = await client.call("getAuditRecords", { query }, z.object({ records: z.array(wireRecord) }));
  return records.map(({ summary, authorAccountId: author, created, objectItem }) => ({
    summary,
    created,
    ...(author === undefined ? {} : { author }),
    ...(objectItem.name === undefined ? {} : { object: objectItem.name }),
    ...(objectItem.parentName === undefined ? {} : { parent: objectItem.parentName }),
  }));
}
