import { acme } from "../../src/emulator/seed/acme.js";
import type { Seed } from "../../src/emulator/seed/seed.js";
import type { TestSite } from "../emulator/site.js";

interface Named {
  readonly id: number;
  readonly name: string;
}

/** The built-in site after its project PAY was deleted; all ids are the same. */
export const siteWithoutPay: Seed = {
  ...acme,
  projects: (acme.projects ?? []).map((project) =>
    project.key === "PAY" ? { ...project, status: "deleted" as const } : project,
  ),
};

/** The id of a scheme by its name. */
export async function schemeId(site: TestSite, name: string): Promise<string> {
  return idIn((await site.ask("admin", "GET /permissionscheme")).body.permissionSchemes, name);
}

/** The id of a role by its name. */
export async function roleId(site: TestSite, name: string): Promise<string> {
  return idIn((await site.ask("admin", "GET /role")).body, name);
}

function idIn(list: readonly Named[], wanted: string): string {
  const found = list.find(({ name }) => name === wanted);
  if (found === undefined) throw new Error(`the site has nothing named ${wanted}`);
  return `${found.id}`;
}

/** The id of a group by its name. */
export async function groupId(site: TestSite, name: string): Promise<string> {
  return (await site.ask("admin", `GET /group/bulk?groupName=${encodeURIComponent(name)}`)).body.values[0].groupId;
}
