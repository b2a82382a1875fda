import { element } from "./element.js";
import type { Survey } from "./survey.js";
import type { Tallies } from "./tally.js";
import { drawTierTag } from "./tier-tag.js";
import { type Tier, tiers, tierWords } from "./tiers.js";
import type { ViewStore } from "./view.js";

/** What an auditor wants first: how much there is, what was found, and who can do what harm. */
export function drawSummary(survey: Survey, tally: (account: number) => Tallies, store: ViewStore): HTMLElement {
  const all = survey.accounts.map((_, place) => tally(place));
  return element(
    "section",
    { class: "summary", "aria-label": "Summary" },
    element("div", { class: "tiles" }, ...drawTiles(survey, all)),
    drawTiers(survey, all, store),
  );
}

function drawTiles({ report, accounts, projects }: Survey, all: readonly Tallies[]): readonly HTMLElement[] {
  const users = report.integrationUsers;
  const findings = users.reduce((sum, user) => sum + user.findings.length, 0);
  const inactive = accounts.filter(({ account }) => !account.active).length;
  const team = projects.filter(({ management }) => management === "team").length;
  const changes = (key: "gains" | "losses") =>
    all.reduce((sum, tallies) => sum + [...tallies.values()].reduce((own, tally) => own + tally[key], 0), 0);
  const tiles = [
    drawTile(users.length, "integration users", report.stack === undefined ? "none without a stack" : "of the stack"),
    drawTile(
      findings,
      findings === 1 ? "finding" : "findings",
      "about integration users",
      findings > 0 ? "bad" : "good",
    ),
    drawTile(accounts.length, "accounts", `${inactive} deactivated`),
    drawTile(projects.length, "projects", `${team} team-managed`),
  ];
  if (report.planned === undefined) return tiles;
  const [gains, losses] = [changes("gains"), changes("losses")];
  return [
    ...tiles,
    drawTile(`+${gains} −${losses}`, "would change", "permissions gained and lost", gains > 0 ? "warn" : ""),
  ];
}

function drawTile(figure: number | string, what: string, more: string, tone = ""): HTMLElement {
  const shown = typeof figure === "number" ? figure.toLocaleString("en") : figure;
  return element(
    "div",
    { class: `tile ${tone}` },
    element("strong", {}, shown),
    element("span", {}, what),
    element("small", {}, more),
  );
}

function drawTiers(survey: Survey, all: readonly Tallies[], store: ViewStore): HTMLElement {
  const rows = tiers.flatMap((tier) => {
    const columns = survey.columns.filter((column) => column.tier === tier);
    const holders = all.flatMap((tallies, place) => {
      const isHeld = columns.some((column) => {
        const { held = 0, some = 0 } = tallies.get(column) ?? {};
        return held + some > 0;
      });
      return isHeld ? [survey.accounts[place]?.kind] : [];
    });
    return columns.length === 0
      ? []
      : [drawTier(tier, holders.length, holders.filter((kind) => kind === "integration").length, all.length, store)];
  });
  const heads = ["What it lets an account do", "Accounts", "Integration users"];
  return element(
    "table",
    { class: "tiers" },
    element("caption", {}, "Who can do what, gravest first"),
    element(
      "thead",
      {},
      element(
        "tr",
        {},
        ...heads.map((head, at) => element("th", { scope: "col", colspan: at === 0 ? 2 : undefined }, head)),
      ),
    ),
    element("tbody", {}, ...rows),
  );
}

function drawTier(tier: Tier, holders: number, integrations: number, all: number, store: ViewStore): HTMLElement {
  const show = () => {
    store.change({ tier, permission: undefined, account: undefined, project: undefined, search: "" });
    document.getElementById("matrix")?.focus();
  };
  const filled = element("i");
  filled.style.inlineSize = `${(100 * holders) / Math.max(all, 1)}%`;
  const bar = element("span", { class: `meter ${tier}`, "aria-hidden": "true" }, filled);
  return element(
    "tr",
    {},
    element(
      "th",
      { scope: "row" },
      element("button", { type: "button", class: "plain", onclick: show, title: "show who" }, drawTierTag(tier)),
    ),
    element("td", { class: "muted" }, tierWords[tier].means),
    element("td", { class: "figure" }, bar, element("span", {}, holders.toLocaleString("en"))),
    element("td", { class: "figure" }, integrations.toLocaleString("en")),
  );
}
