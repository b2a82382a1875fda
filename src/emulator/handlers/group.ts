import { toAccount } from "../answers/account.js";
import { readRepeated, toPage } from "../answers/page.js";
import { refuse } from "../refusal.js";
import { type Call, type Route, route } from "../route.js";
import type { SiteAccount, SiteGroup } from "../state.js";

/** The operations that read groups and their members. */
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
  route({
    operation: "getUsersFromGroup",
    method: "GET",
    path: "/group/member",
    needs: ["USER_PICKER", "ADMINISTER"],
    answer: (call) => {
      const { site, url, subject, query } = call;
      const group = findGroup(call);
      const withInactive = query.get("includeInactiveUsers") === "true";
      const members = site.accounts.filter(({ id, active }) => group.members.includes(id) && (active || withInactive));
      const describe = (account: SiteAccount) => toAccount({ site, url, viewer: subject.account }, account);
      return { status: 200, body: toPage(call, "/group/member", members, { usual: 50, most: 50 }, describe) };
    },
  }),
];

function findGroup({ site, query }: Call): SiteGroup {
  const [id, name] = [query.get("groupId"), query.get("groupname")];
  if (!id && !name) throw refuse(400, "groupId or groupname is needed.");
  if (id && name) throw refuse(400, "groupId and groupname cannot be used together.");
  const group = site.groups.find((group) => (id ? group.id === id : group.name === name));
  if (group) return group;
  throw refuse(404, `There is no group '${id ?? name}'.`);
}
