import { type AuditRecord, listAuditRecords } from "../client/audit.js";
import type { Directory } from "../client/directory.js";
import { JiraError } from "../errors.js";

/** A thing on a site as its audit log names it. */
export interface AuditedThing {
  readonly name: string;
  /** The key of the project that it is in. */
  readonly parent?: string;
}

const recordsRead = 1000;

/**
 * Who changed things last, by the newest thousand records of the audit log: `ann@acme.example at 2026-01-31T10:00, "Permission
 * added to scheme"`. What the log does not tell of, or nobody may read, has no author. Needs ADMINISTER and a paid plan.
 */
export async function findAuthors(directory: Directory): Promise<(thing: AuditedThing) => Promise<string | undefined>> {
  const records = await readLog(directory);
  return async (thing) => {
    const record = records.find((one) => isAbout(one, thing));
    if (record?.author === undefined) return undefined;
    const account = await directory.accounts.load(record.author);
    const who = account?.email ?? account?.displayName ?? record.author;
    return `${who} at ${record.created}, ${JSON.stringify(record.summary)}`;
  };
}

async function readLog({ client }: Directory): Promise<readonly AuditRecord[]> {
  try {
    return await listAuditRecords(client, { limit: recordsRead });
  } catch (error) {
    if (error instanceof JiraError && error.kind === "forbidden") return [];
    throw error;
  }
}

function isAbout({ object, parent }: AuditRecord, thing: AuditedThing): boolean {
  return object === thing.name && (parent === undefined || thing.parent === undefined || parent === thing.parent);
}
