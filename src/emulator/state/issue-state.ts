import type { AccountId, ProjectId } from "../../model/ids.js";

/** An issue with its comments; `fields` holds the account or group ids in custom fields, by the id of the field. */
export interface SiteIssue {
  id: string;
  key: string;
  project: ProjectId;
  type: string;
  summary: string;
  description?: unknown;
  status: string;
  reporter: AccountId;
  assignee?: AccountId;
  created: string;
  updated: string;
  fields: Record<string, string[]>;
  comments: SiteComment[];
  worklogs: SiteWorklog[];
  attachments: SiteAttachment[];
  watchers: AccountId[];
  /** The id of its security level. */
  security?: string;
}

/** A comment; `body` is an Atlassian document. */
export interface SiteComment {
  id: string;
  author: AccountId;
  updateAuthor: AccountId;
  body: unknown;
  created: string;
  updated: string;
}

/** Time that somebody worked on an issue. */
export interface SiteWorklog {
  id: string;
  author: AccountId;
  updateAuthor: AccountId;
  comment?: unknown;
  created: string;
  updated: string;
  started: string;
  timeSpentSeconds: number;
}

/** A file at an issue; what is in it is not kept. */
export interface SiteAttachment {
  id: number;
  filename: string;
  mimeType: string;
  size: number;
  author: AccountId;
  created: string;
}

/** A link between two issues, by their ids: the outward one does to the inward one what the type says. */
export interface SiteLink {
  id: string;
  type: string;
  inward: string;
  outward: string;
}
