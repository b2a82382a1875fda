import type { DesiredGroup } from "../../model/desired-access.js";
import type { Declaration } from "../schema/schema.js";
import { adoptionOf } from "./adoption-of.js";

/** The declared groups. */
export function expandGroups({ groups }: Declaration): DesiredGroup[] {
  return Object.entries(groups).map(([key, group]) => ({
    origin: ["groups", key],
    key,
    name: group.name ?? key,
    ...(group.members === undefined ? {} : { members: group.members }),
    ...adoptionOf(group),
    ...(group.allow === undefined ? {} : { allow: group.allow }),
  }));
}
