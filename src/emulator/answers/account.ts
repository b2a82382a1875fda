import type { Subject } from "../rules/callers/subject.js";
import type { Site, SiteAccount, SiteGroup } from "../state/state.js";

const avatarSizes = ["16x16", "24x24", "32x32", "48x48"];

/** Who asks, and from where, as a call has it: people see their own e-mail even where others do not. */
export interface Viewing {
  readonly site: Site;
  readonly url: string;
  readonly subject?: Subject;
}

/** An account as nearly every answer shows it. */
export function toAccount({ site, url, subject }: Viewing, account: SiteAccount): Record<string, unknown> {
  return {
    self: `${url}/rest/api/3/user?accountId=${account.id}`,
    accountId: account.id,
    accountType: account.type,
    ...(account.appType === undefined ? {} : { appType: account.appType }),
    ...(account.emailVisible || account.id === subject?.account?.id ? { emailAddress: account.email } : {}),
    avatarUrls: toAvatarUrls(`${url}/avatar/${account.id}`),
    displayName: account.displayName,
    active: account.active,
    timeZone: site.timeZone,
    locale: "en_US",
  };
}

/** The account with that id as answers show it; of one that is gone only the id. */
export function toPerson(viewing: Viewing, id: string): unknown {
  const account = viewing.site.accounts.find((account) => account.id === id);
  return account ? toAccount(viewing, account) : { accountId: id };
}

/** An account with its groups and products; each list is empty unless it is expanded, its size is not. */
export function toDetailedAccount(viewing: Viewing, account: SiteAccount, expand: readonly string[]): unknown {
  const { site, url } = viewing;
  const groups = site.groups.filter((group) => group.members.includes(account.id));
  const ids = new Set(groups.map((group) => group.id));
  const applications = site.applications
    .filter((application) => application.groups.some((id) => ids.has(id)))
    .map(({ key, name }) => ({ key, name }));
  return {
    ...toAccount(viewing, account),
    groups: {
      size: groups.length,
      items: expand.includes("groups") ? groups.map((group) => toGroup(url, group)) : [],
    },
    applicationRoles: {
      size: applications.length,
      items: expand.includes("applicationRoles") ? applications : [],
    },
    expand: "groups,applicationRoles",
  };
}

/** A group with a link to it. */
export function toGroup(url: string, group: SiteGroup): Record<string, unknown> {
  return { name: group.name, groupId: group.id, self: `${url}/rest/api/3/group?groupId=${group.id}` };
}

/** The addresses of one picture in the four sizes that Jira lists. */
export function toAvatarUrls(address: string): Record<string, string> {
  return Object.fromEntries(avatarSizes.map((size) => [size, `${address}?size=${size.split("x")[0]}`]));
}
