import { z } from "zod";
import type { Site } from "./site.js";

const entry = z.object({ id: z.union([z.number(), z.string()]).transform(String), name: z.string() });

/** Does by hand what nobody reviews: gives the integration's role DELETE_ISSUES, and the account an administrator's role. */
export async function tamper(site: Site): Promise<void> {
  const schemes = await list(site, "/rest/api/3/permissionscheme", z.object({ permissionSchemes: z.array(entry) }));
  const roles = await list(site, "/rest/api/3/role", z.array(entry));
  const scheme = named(schemes.permissionSchemes, "Delivery permission scheme");
  const role = named(roles, "Integration: release-notes");
  const administrators = named(roles, "Administrators");
  const { accountId } = z
    .object({ accountId: z.string() })
    .parse((await site.ask("release-notes", "GET", "/rest/api/3/myself")).body);

  const grant = { permission: "DELETE_ISSUES", holder: { type: "projectRole", parameter: role } };
  await site.ask("admin", "POST", `/rest/api/3/permissionscheme/${scheme}/permission`, grant);
  await site.ask("admin", "POST", `/rest/api/3/project/PAY/role/${administrators}`, { user: [accountId] });
}

async function list<T>(site: Site, path: string, answer: z.ZodType<T>): Promise<T> {
  return answer.parse((await site.ask("admin", "GET", path)).body);
}

function named(entries: readonly { readonly id: string; readonly name: string }[], name: string): string {
  const found = entries.find((one) => one.name === name);
  if (found === undefined) throw new Error(`the site has no ${JSON.stringify(name)}`);
  return found.id;
}
