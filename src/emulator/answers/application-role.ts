import type { Site } from "../state/state.js";
import { toGroup } from "./account.js";

const seats = 100_000;

/** A product with the groups whose members are licensed for it, and how many people those are. */
export function toApplicationRole(site: Site, url: string, { key, name, groups: ids }: Site["applications"][number]) {
  const groups = site.groups.filter(({ id }) => ids.includes(id));
  const licensed = new Set(groups.flatMap(({ members }) => members));
  const users = site.accounts.filter(({ id, active }) => active && licensed.has(id)).length;
  const names = groups.map((group) => group.name);
  const details = groups.map((group) => toGroup(url, group));
  return {
    key,
    name,
    groups: names,
    groupDetails: details,
    defaultGroups: names.slice(0, 1),
    defaultGroupsDetails: details.slice(0, 1),
    selectedByDefault: false,
    defined: true,
    hasUnlimitedSeats: false,
    numberOfSeats: seats,
    remainingSeats: seats - users,
    userCount: users,
    userCountDescription: `${users} users`,
    platform: key === "jira-core",
  };
}
