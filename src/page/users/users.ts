import type { ReportedUser } from "../../model/access-report.js";
import { element } from "../element.js";
import { nameProjects } from "../names.js";
import type { Survey } from "../survey.js";
import type { Tallies } from "../tally.js";
import type { ViewStore } from "../view.js";
import { drawAbilities } from "./abilities.js";
import { type FindingGroup, groupAlike, nameGroup } from "./finding-groups.js";

const groupsShown = 2;

/** Each integration user with what it can do, and what was found about it. */
export function drawUsers(survey: Survey, tally: (account: number) => Tallies, store: ViewStore): HTMLElement {
  const users = survey.report.integrationUsers.map((user) => {
    const place = survey.accounts.findIndex(({ account }) => account.id === user.id);
    return drawUser(survey, user, place < 0 ? undefined : { place, tallies: tally(place) }, store);
  });
  const none = "No integration user is known: a stack file names them. Apps and service accounts come first instead.";
  return element(
    "section",
    { "aria-labelledby": "users-title" },
    element("h2", { id: "users-title" }, "Integration users"),
    users.length === 0 ? element("p", { class: "muted" }, none) : element("ul", { class: "cards" }, ...users),
  );
}

interface Known {
  readonly place: number;
  readonly tallies: Tallies;
}

function drawUser(survey: Survey, user: ReportedUser, known: Known | undefined, store: ViewStore): HTMLElement {
  const showProjects = () => {
    store.change({ account: known?.place, project: undefined, tier: undefined, permission: undefined, search: "" });
    document.getElementById("matrix")?.focus();
  };
  return element(
    "li",
    { class: "card" },
    element("h3", {}, user.user),
    drawBadge(user.findings.length),
    element(
      "p",
      { class: "muted" },
      known === undefined ? `${user.account}: the site shows no such account` : user.account,
    ),
    ...drawFindings(survey, user),
    known === undefined ? undefined : drawAbilities(known.tallies),
    drawFolded(survey, "What it can do beside that is no finding", groupAlike(user.notes)),
    known === undefined
      ? undefined
      : element("button", { type: "button", class: "screen-only", onclick: showProjects }, "Project by project"),
  );
}

/** The gravest findings, with the others folded under them. */
function drawFindings(survey: Survey, { findings }: ReportedUser): readonly (HTMLElement | undefined)[] {
  const groups = groupAlike(findings);
  const [first, rest] = [groups.slice(0, groupsShown), groups.slice(groupsShown)];
  const more = rest.reduce((sum, { permissions }) => sum + permissions.length, 0);
  return [
    ...first.map((group) => drawGroup(survey, group)),
    drawFolded(survey, `${more} more ${more === 1 ? "finding" : "findings"}`, rest),
  ];
}

function drawFolded(survey: Survey, title: string, groups: readonly FindingGroup[]): HTMLElement | undefined {
  if (groups.length === 0) return undefined;
  return element("details", {}, element("summary", {}, title), ...groups.map((group) => drawGroup(survey, group)));
}

function drawBadge(findings: number): HTMLElement {
  const text = findings === 0 ? "✓ as declared" : `✕ ${findings} finding${findings === 1 ? "" : "s"}`;
  return element("span", { class: `badge ${findings === 0 ? "good" : "bad"}` }, text);
}

function drawGroup(survey: Survey, group: FindingGroup): HTMLElement {
  return element(
    "div",
    { class: `finding ${group.kind}` },
    element(
      "strong",
      {},
      nameGroup(group, (keys) => nameProjects(survey, keys)),
    ),
    element("p", {}, group.permissions.join(", ")),
    group.why === undefined ? undefined : element("p", { class: "muted" }, group.why),
  );
}
