import { refuse } from "../../refusal.js";
import type { Call } from "../../route.js";
import type { SiteGroup } from "../../state/state.js";

/**
 * The group that a query names by `groupId` or by `groupname`.
 * @throws Refusal with 400 when it names none or does so in both ways, with 404 when there is no such group.
 */
export function findGroup({ site, query }: Pick<Call<unknown>, "site" | "query">): SiteGroup {
  const [id, name] = [query.get("groupId"), query.get("groupname")];
  if (!id && !name) throw refuse(400, "groupId or groupname is needed.");
  if (id && name) throw refuse(400, "groupId and groupname cannot be used together.");
  const group = site.groups.find((group) => (id ? group.id === id : group.name === name));
  if (group) return group;
  throw refuse(404, `There is no group '${id ?? name}'.`);
}
