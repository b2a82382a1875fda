import { describePermission } from "../catalogue/permissions.js";
import type { Site } from "../live/observe-site.js";
import type { DesiredAccess, DesiredScheme } from "../model/desired-access.js";
import type { Grant } from "../model/grant.js";
import { describeHolder, formatHolder, type Holder } from "../model/holder.js";
import { type Owner, readDescription } from "../model/ownership.js";
import type { SiteGrant } from "../model/permission-scheme.js";
import { appRoleName } from "../model/project-role.js";
import { shortened } from "../model/words.js";
import { schemeNamed } from "./administration.js";
import type { Objection } from "./objection.js";

const alwaysAllowed = 5;
const allowedShare = 0.25;

/**
 * Schemes of this stack that would lose more grants at once than `max(5, 25 %)`. What is on the site under the stack's
 * own mark counts as declared before, so that nothing is read for this alone; what a scheme held before it was taken
 * over, and what Jira puts into a new one, does not count. Lists of people are not judged: reading each would cost a
 * request.
 */
export function brakeRemovals(desired: DesiredAccess, site: Site, owner: Owner): readonly Objection[] {
  const moved = findMovedRoles(desired, site, owner);
  return desired.schemes.flatMap((scheme) => judge(scheme, site, owner, moved));
}

function judge(scheme: DesiredScheme, site: Site, owner: Owner, moved: MovedRoles): Objection[] {
  const { name, grants, origin, allow } = scheme;
  const live = schemeNamed(site, name);
  if (grants === undefined || live === undefined || readDescription(live.description).owner !== owner) return [];
  const held = live.grants.filter((grant) => !isLeftAlone(grant));
  if (isAsSeeded(held)) return [];
  const removed = removedFrom(held, grants, site, moved);
  const most = Math.max(alwaysAllowed, Math.floor(held.length * allowedShare));
  if (removed.length <= (allow?.removals ?? most)) return [];
  const losses = shortened(lossesOf(removed), 4);
  const message = `${removed.length} of ${held.length} grants would go at once: ${losses}; more than ${most} take \`allow: { removals: ${removed.length} }\``;
  return [{ origin: [...origin, "grants"], message }];
}

/** Roles that this stack made and that now have another name: as the site calls them, and as the file does. */
interface MovedRoles {
  readonly onSite: ReadonlySet<string>;
  readonly inFile: ReadonlySet<string>;
}

function findMovedRoles(desired: DesiredAccess, site: Site, owner: Owner): MovedRoles {
  const isOwn = ({ description }: { readonly description: string }) => readDescription(description).owner === owner;
  const onSite = site.roles.filter(isOwn).map(({ name }) => name);
  const inFile = desired.roles.map(({ name }) => name);
  return {
    onSite: new Set(onSite.filter((name) => !inFile.includes(name))),
    inFile: new Set(inFile.filter((name) => !onSite.includes(name))),
  };
}

function removedFrom(
  held: readonly SiteGrant[],
  wanted: readonly Grant[],
  site: Site,
  moved: MovedRoles,
): readonly SiteGrant[] {
  const texts = new Set(wanted.map((grant) => identify(grant, site)));
  const isMoved = ({ permission, holder: { type, name = "" } }: SiteGrant) =>
    type === "projectRole" &&
    moved.onSite.has(name) &&
    wanted.some(({ permission: key, holder }) => key === permission && moved.inFile.has(holder.name ?? ""));
  return held.filter((grant) => !texts.has(identify(grant, site)) && !isMoved(grant));
}

function identify({ permission, holder, ...rest }: Grant | SiteGrant, { accounts }: Site): string {
  if (holder.type !== "user") return `${permission} ${formatHolder(holder)}`;
  const id = "holderId" in rest ? rest.holderId : undefined;
  return `${permission} user:${id ?? accounts.get(holder.name ?? "")?.id ?? holder.name}`;
}

function lossesOf(removed: readonly SiteGrant[]): string[] {
  const byHolder = new Map<string, string[]>();
  for (const { permission, holder } of removed) {
    const who = describeHolder(holder);
    byHolder.set(who, [...(byHolder.get(who) ?? []), permission]);
  }
  return [...byHolder].map(([who, permissions]) => `${who} loses ${shortened(permissions.sort(), 3)}`);
}

function isLeftAlone({ permission, holder }: Grant): boolean {
  if (holder.type === "projectRole" && holder.name === appRoleName) return true;
  return describePermission(permission)?.category === "hidden";
}

/**
 * Whether a scheme looks as Jira makes it: full, deletion included, and held by nobody but administrators, groups and
 * whoever is logged in. A run that was cut off right after it made a scheme leaves it like that.
 */
function isAsSeeded(grants: readonly SiteGrant[]): boolean {
  const isSeed = ({ type, name }: Holder) =>
    type === "applicationRole" || type === "group" || (type === "projectRole" && name === "Administrators");
  return (
    grants.length >= 24 &&
    grants.every(({ holder }) => isSeed(holder)) &&
    grants.some(({ holder }) => holder.type === "applicationRole") &&
    grants.some(({ permission }) => permission === "DELETE_ISSUES")
  );
}
