import { z } from "zod";
import { toAccount, toGroup, type Viewing } from "../answers/account.js";
import { readRepeated, toPage } from "../answers/page.js";
import { refuse } from "../refusal.js";
import { type Route, route, routeWithBody } from "../route.js";
import { findAccount, findGroup } from "../rules/find.js";
import { toUuid } from "../rules/new-names.js";
import { checkGroupName } from "../rules/people/group-names.js";
import { removeGroup } from "../rules/people/remove-holder.js";
import { type SiteAccount, type SiteGroup, takeId } from "../state/state.js";

/** The global permissions of which a site administrator has one. */
export const siteAdministration = ["SYSTEM_ADMIN", "ADMINISTER"];

/** The operations on groups. */
export const groupRoutes: readonly Route[] = [
  route({
    operation: "bulkGetGroups",
    method: "GET",
    path: "/group/bulk",
    needs: ["USER_PICKER"],
    answer: (call) => {
      const names = readRepeated(call.query, "groupName");
      const ids = readRepeated(call.query, "groupId");
      const all = names.length === 0 && ids.length === 0;
      const found = call.site.groups.filter(({ id, name }) => all || names.includes(name) || ids.includes(id));
      const describe = ({ id, name }: SiteGroup) => ({ name, groupId: id });
      return { status: 200, body: toPage(call, "/group/bulk", found, { usual: 50, most: 1000 }, describe) };
    },
  }),
  routeWithBody(z.object({ name: z.string() }), {
    operation: "createGroup",
    method: "POST",
    path: "/group",
    needs: siteAdministration,
    answer: ({ site, url, subject, body }) => {
      const name = checkGroupName(site, body.name);
      const id = toUuid(`group ${takeId(site, "group")} ${name}`);
      const group: SiteGroup = { id, name, members: [], globalPermissions: [] };
      site.groups.push(group);
      return { status: 201, body: toGroupWithUsers({ site, url, subject }, group) };
    },
  }),
  route({
    operation: "removeGroup",
    method: "DELETE",
    path: "/group",
    needs: siteAdministration,
    answer: (call) => {
      const { site, query } = call;
      const group = findGroup(call);
      const [swapId, swapName] = [query.get("swapGroupId"), query.get("swapGroup")];
      const swap = site.groups.find(({ id, name }) => id === swapId || name === swapName);
      if ((swapId || swapName) && (swap === undefined || swap === group)) {
        throw refuse(400, `There is no other group '${swapId ?? swapName}'.`);
      }
      removeGroup(site, group.id);
      return { status: 200 };
    },
  }),
  route({
    operation: "getUsersFromGroup",
    method: "GET",
    path: "/group/member",
    needs: ["USER_PICKER", "ADMINISTER"],
    answer: (call) => {
      const { site, query } = call;
      const group = findGroup(call);
      const withInactive = query.get("includeInactiveUsers") === "true";
      const members = site.accounts.filter(({ id, active }) => group.members.includes(id) && (active || withInactive));
      const describe = (account: SiteAccount) => toAccount(call, account);
      return { status: 200, body: toPage(call, "/group/member", members, { usual: 50, most: 50 }, describe) };
    },
  }),
  routeWithBody(z.object({ accountId: z.string().min(1) }), {
    operation: "addUserToGroup",
    method: "POST",
    path: "/group/user",
    needs: siteAdministration,
    answer: (call) => {
      const group = findGroup(call);
      const account = findAccount(call, call.body.accountId);
      if (group.members.includes(account.id)) {
        throw refuse(400, `Cannot add user. '${account.displayName}' is already a member of '${group.name}'.`);
      }
      group.members.push(account.id);
      return { status: 201, body: toGroupWithUsers(call, group) };
    },
  }),
  route({
    operation: "removeUserFromGroup",
    method: "DELETE",
    path: "/group/user",
    needs: siteAdministration,
    answer: (call) => {
      const group = findGroup(call);
      const account = findAccount(call, call.query.get("accountId"));
      if (!group.members.includes(account.id)) {
        throw refuse(400, `Cannot remove user. '${account.displayName}' is not a member of '${group.name}'.`);
      }
      group.members = group.members.filter((member) => member !== account.id);
      return { status: 200 };
    },
  }),
];

function toGroupWithUsers(viewing: Viewing, group: SiteGroup): unknown {
  const { site, url } = viewing;
  const members = site.accounts.filter(({ id, active }) => active && group.members.includes(id)).slice(0, 50);
  const users = {
    size: members.length,
    items: members.map((account) => toAccount(viewing, account)),
    "max-results": 50,
    "start-index": 0,
    "end-index": Math.max(0, members.length - 1),
  };
  return { ...toGroup(url, group), users, expand: "users" };
}
