import type { Group } from "../../model/group.js";
import type { GroupId } from "../../model/ids.js";
import type { SiteAccess } from "../../model/site-access.js";

/** The group of an id; one whose name was not read is called by its id. */
export function nameGroup({ groups }: Pick<SiteAccess, "groups">, id: GroupId): Group {
  return groups.get(id) ?? { id, name: id };
}
