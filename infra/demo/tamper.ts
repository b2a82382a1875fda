import { z } from "zod";
import type { Site } from "../trial/site.js";

const administrators = "jira-administrators";

const entry = z.object({ id: z.union([z.number(), z.string()]).transform(String), name: z.string() });

/** Does by hand what nobody reviews: gives the integration's role DELETE_ISSUES, and the account an administrator's role. */
export async function tamper(site: Site): Promise<void> {
  const schemes = await list(site, "/rest/api/3/permissionscheme", z.object({ permissionSchemes: z.array(entry) }));
  const roles = await list(site, "/rest/api/3/role", z.array(entry));
  const scheme = named(schemes.permissionSchemes, "Delivery permission scheme");
  const role = named(roles, "Integration: release-notes");

  const grant = { permission: "DELETE_ISSUES", holder: { type: "projectRole", parameter: role } };
  await site.ask("admin", "POST", `/rest/api/3/permissionscheme/${scheme}/permission`, grant);
  await site.ask("admin", "POST", `/rest/api/3/project/PAY/role/${named(roles, "Administrators")}`, {
    user: [await botId(site)],
  });
}

/** Puts the integration's account into the group of Jira's administrators, which no stack of ours declares. */
export async function addToAdministrators(site: Site): Promise<void> {
  const path = `/rest/api/3/group/user?groupname=${administrators}`;
  await site.ask("admin", "POST", path, { accountId: await botId(site) });
}

/** Takes it out of that group again. */
export async function removeFromAdministrators(site: Site): Promise<void> {
  const path = `/rest/api/3/group/user?groupname=${administrators}&accountId=${await botId(site)}`;
  await site.ask("admin", "DELETE", path);
}

async function botId(site: Site): Promise<string> {
  const { body } = await site.ask("release-notes", "GET", "/rest/api/3/myself");
  return z.object({ accountId: z.string() }).parse(body).accountId;
}

async function list<T>(site: Site, path: string, answer: z.ZodType<T>): Promise<T> {
  return answer.parse((await site.ask("admin", "GET", path)).body);
}

function named(entries: readonly { readonly id: string; readonly name: string }[], name: string): string {
  const found = entries.find((one) => one.name === name);
  if (found === undefined) throw new Error(`the site has no ${JSON.stringify(name)}`);
  return found.id;
}
