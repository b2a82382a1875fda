import type { Site } from "../live/observe-site.js";
import type { DesiredAccess } from "../model/desired-access.js";
import { brakeLastAdministrator } from "./brake-last-administrator.js";
import { brakeRemovals } from "./brake-removals.js";
import { brakeSelf } from "./brake-self.js";
import type { Objection } from "./objection.js";
import type { Recollection } from "./recollection.js";

/** Changes that are refused until the file allows them, each saying who would lose what. */
export function brakes(desired: DesiredAccess, site: Site, past: Recollection): readonly Objection[] {
  return [...brakeLastAdministrator(desired, site), ...brakeSelf(desired, site), ...brakeRemovals(desired, site, past)];
}
