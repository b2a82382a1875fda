import { refuse } from "../../refusal.js";
import type { Site, SiteGroup } from "../../state/state.js";

/**
 * A name that a group can have, without spaces around it.
 * @throws Refusal with 400 when it is empty or another group has it, in whatever case.
 */
export function checkGroupName(site: Site, text: string, own?: SiteGroup): string {
  const name = text.trim();
  if (name === "") throw refuse(400, "A group needs a name.");
  const taken = site.groups.some((group) => group !== own && group.name.toLowerCase() === name.toLowerCase());
  if (taken) throw refuse(400, `A group with the name '${name}' already exists.`);
  return name;
}
