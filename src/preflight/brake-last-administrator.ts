import { administer, administratorsIn, vacancyOf } from "../analysis/brakes/administrators.js";
import { keepAnAdministrator as cure } from "../analysis/brakes/last-administrator.js";
import type { Site } from "../live/observe-site.js";
import type { DesiredAccess, DesiredScheme } from "../model/desired-access.js";
import { describeHolder, formatHolder, type Holder } from "../model/holder.js";
import { inWords } from "../model/words.js";
import {
  type Administration,
  administrations,
  isEmptyList,
  listFor,
  membersOf,
  schemeNamed,
} from "./administration.js";
import type { Objection } from "./objection.js";

/**
 * Projects that would be left with nobody who holds ADMINISTER_PROJECTS: because a scheme that the file lists grants it
 * to nobody, or because nobody has the roles that hold it. People whom neither file nor site tells of count as there.
 */
export function brakeLastAdministrator(desired: DesiredAccess, site: Site): readonly Objection[] {
  const all = administrations(desired, site);
  return [
    ...desired.schemes.flatMap((scheme) => judgeList(desired, site, scheme, all)),
    ...all.filter(({ listed }) => listed === undefined).flatMap((one) => judgeActors(desired, site, one)),
  ];
}

function judgeList(
  desired: DesiredAccess,
  site: Site,
  scheme: DesiredScheme,
  all: readonly Administration[],
): Objection[] {
  if (scheme.grants === undefined || scheme.allow?.lastAdministrator !== undefined) return [];
  const origin = [...scheme.origin, "grants", administer];
  const losers = losersOf(site, scheme);
  const using = all.filter(({ listed }) => listed?.key === scheme.key);
  const holders = administratorsIn(scheme.grants);
  if (using.length === 0 && holders.length === 0 && losers.length > 0) {
    return [{ origin, message: `nobody would administer the projects that use it: ${toNobody(losers)}; ${cure}` }];
  }
  const byReason = new Map<string, string[]>();
  for (const { project, allow } of using) {
    const vacancies = vacanciesOf(desired, site, project, holders);
    if (vacancies === undefined || allow?.lastAdministrator !== undefined) continue;
    const reason = holders.length === 0 ? toNobody(losers) : `${administer} goes only to ${inWords(vacancies)}`;
    byReason.set(reason, [...(byReason.get(reason) ?? []), project]);
  }
  return [...byReason].map(([reason, projects]) => ({
    origin,
    message: `nobody would administer ${inWords(projects)}: ${reason}; ${cure}`,
  }));
}

function judgeActors(desired: DesiredAccess, site: Site, { project, holders, allow }: Administration): Objection[] {
  const lists = holders.flatMap((holder) => listFor(desired, project, holder) ?? []);
  const empty = lists.find((list) => isEmptyList(desired, list));
  const vacancies = vacanciesOf(desired, site, project, holders);
  const reason = (allow ?? empty?.allow)?.lastAdministrator;
  if (empty === undefined || vacancies === undefined || reason !== undefined) return [];
  const message = `nobody would administer ${project}: ${administer} goes only to ${inWords(vacancies)}; ${cure}`;
  return [{ origin: empty.origin, message }];
}

/** Each holder with the reason why nobody holds anything through it; undefined as soon as somebody may. */
function vacanciesOf(
  desired: DesiredAccess,
  site: Site,
  project: string,
  holders: readonly Holder[],
): readonly string[] | undefined {
  const reasons = holders.map((holder) => vacancyIn(desired, site, project, holder));
  return reasons.some((reason) => reason === undefined)
    ? undefined
    : holders.map((holder, index) => `${describeHolder(holder)} (${reasons[index]})`);
}

function vacancyIn(desired: DesiredAccess, site: Site, project: string, holder: Holder): string | undefined {
  const { type, name = "" } = holder;
  if (type === "projectRole") return roleVacancy(desired, site, project, holder);
  if (type === "group") return membersOf(desired, name)?.length === 0 ? "nobody is listed for it" : undefined;
  if (type === "user") return site.accounts.get(name)?.active === false ? "deactivated" : undefined;
  return vacancyOf(holder);
}

function roleVacancy(desired: DesiredAccess, site: Site, project: string, holder: Holder): string | undefined {
  const list = listFor(desired, project, holder);
  if (list !== undefined) return isEmptyList(desired, list) ? "nobody is listed for it" : undefined;
  const vacancy = vacancyOf(holder);
  if (vacancy !== undefined) return vacancy;
  if (site.roles.some(({ name, scope }) => name === holder.name && scope === undefined)) return undefined;
  const isNew = desired.roles.some(({ name }) => name === holder.name);
  return isNew ? "new, and nobody is listed for it" : "which neither the site nor this file has";
}

function losersOf(site: Site, { name, grants = [] }: DesiredScheme): readonly string[] {
  const kept = new Set(administratorsIn(grants).map(formatHolder));
  const held = administratorsIn(schemeNamed(site, name)?.grants ?? []);
  return held.filter((holder) => !kept.has(formatHolder(holder))).map(describeHolder);
}

function toNobody(losers: readonly string[]): string {
  const loss = losers.length === 0 ? "" : `, and ${inWords(losers)} would lose it`;
  return `the list grants ${administer} to nobody${loss}`;
}
