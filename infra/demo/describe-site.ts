import type { Site } from "../trial/site.js";

const administratorsRoleId = 10002;

/** What the site holds of schemes, roles and who stands where, as one text to compare; without the ids of entries. */
export async function describeSite({ ask }: Site): Promise<string> {
  const projects = ["PAY", "WEB", "OPS", "SUP", "HR"].flatMap((key) => [
    `/rest/api/3/project/${key}/permissionscheme`,
    `/rest/api/3/project/${key}/role/${administratorsRoleId}`,
  ]);
  const paths = ["/rest/api/3/permissionscheme?expand=permissions", "/rest/api/3/role", ...projects];
  const answers = await Promise.all(paths.map((path) => ask("admin", "GET", path)));
  return JSON.stringify(answers.map(({ body }) => withoutIds(body)));
}

function withoutIds(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((entry) => JSON.stringify(withoutIds(entry))).sort();
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).filter(([key]) => key !== "id" && key !== "self");
  return Object.fromEntries(entries.map(([key, entry]) => [key, withoutIds(entry)]));
}
