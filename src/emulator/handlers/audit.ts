import { refuse } from "../refusal.js";
import { type Route, route } from "../route.js";
import type { AuditRecord } from "../state/state.js";

/** The operation that reads the audit log. */
export const auditRoutes: readonly Route[] = [
  route({
    operation: "getAuditRecords",
    method: "GET",
    path: "/auditing/record",
    needs: ["ADMINISTER"],
    answer: ({ site, query }) => {
      if (site.plan === "free") throw refuse(403, "There is no audit log on the Free plan.");
      const [offset, limit] = [Number(query.get("offset") ?? 0), Math.min(Number(query.get("limit") ?? 1000), 1000)];
      const found = site.audit.filter((record) => isWanted(record, query)).reverse();
      const records = found.slice(offset, offset + limit).map(toRecord);
      return { status: 200, body: { offset, limit, total: found.length, records } };
    },
  }),
];

function isWanted({ created, summary, category, name, type, parent = "" }: AuditRecord, query: URLSearchParams) {
  const text = [summary, category, name, type, parent].join("\n").toLowerCase();
  const words = (query.get("filter") ?? "").toLowerCase().split(" ");
  const [from, to] = [query.get("from"), query.get("to")];
  const moment = Date.parse(created);
  return (
    words.every((word) => text.includes(word)) &&
    (from === null || moment >= Date.parse(from)) &&
    (to === null || moment <= Date.parse(to))
  );
}

function toRecord({ id, summary, category, author, created, type, name, parent }: AuditRecord): unknown {
  return {
    id,
    summary,
    category,
    authorAccountId: author,
    created,
    eventSource: "",
    remoteAddress: "127.0.0.1",
    objectItem: { name, typeName: type, ...(parent === undefined ? {} : { parentName: parent }) },
    changedValues: [],
    associatedItems: [],
  };
}
