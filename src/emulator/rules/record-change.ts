import type { Call, Route } from "../route.js";
import type { Site } from "../state/state.js";
import { auditedOperations } from "./audited-operations.js";
import { toJiraTime } from "./clock.js";

const namingParts = ["schemeId", "id", "projectIdOrKey", "projectKeyOrId"];
const namingQueries = ["groupname", "groupId", "accountId"];

/** Names the thing that a call is about, as the site knows it before the call is answered. */
export function nameSubjectMatter({ site, param, query, body }: Call<unknown>): string {
  const parts = [...namingParts.map(param), ...namingQueries.map((name) => query.get(name) ?? "")];
  const [named = ""] = parts.filter((part) => part !== "");
  const sent = typeof body === "object" && body !== null ? { name: "", emailAddress: "", ...body } : undefined;
  return findName(site, param, named) ?? (named || sent?.name || sent?.emailAddress || "");
}

/** Notes in the audit log what a call changed, if it is of a kind that is audited. */
export function recordChange({ operation }: Route, { site, subject, param }: Call<unknown>, name: string): void {
  const audited = auditedOperations[operation];
  if (audited === undefined) return;
  const project = param("projectIdOrKey") || param("projectKeyOrId");
  site.audit.push({
    id: site.audit.length + 1,
    summary: audited.summary,
    category: audited.category,
    author: subject.account?.id ?? "",
    created: toJiraTime(),
    type: audited.type,
    name,
    ...(audited.type !== "PROJECT" && project !== "" ? { parent: project } : {}),
  });
}

function findName(site: Site, param: Call["param"], named: string): string | undefined {
  if (named === "") return undefined;
  if (param("schemeId") !== "") return site.schemes.find(({ id }) => String(id) === named)?.name;
  if (param("id") !== "") return site.roles.find(({ id }) => String(id) === named)?.name;
  const group = site.groups.find(({ id, name }) => id === named || name === named);
  const account = site.accounts.find(({ id }) => id === named);
  return (
    group?.name ?? account?.displayName ?? site.projects.find(({ id, key }) => id === named || key === named)?.name
  );
}
