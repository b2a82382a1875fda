import { shortened } from "../../model/words.js";
import type { Column } from "../columns.js";
import { element } from "../element.js";
import type { Tallies, Tally } from "../tally.js";
import { drawTierTag } from "../tier-tag.js";
import { tiers } from "../tiers.js";

const keysShown = 6;

type Held = readonly [Column, Tally];

/** What an account can do, tier by tier, gravest first; what it can do in as many projects stands together. */
export function drawAbilities(tallies: Tallies): HTMLElement {
  const told = [...tallies].filter(([, { held, some, unknown, gains }]) => held + some + unknown + gains > 0);
  const lines = tiers.flatMap((tier) => {
    const own = Map.groupBy(
      told.filter(([column]) => column.tier === tier),
      describePlaces,
    );
    const all = [...own].map(([places, held]) => drawTogether(places, held));
    return all.length === 0 ? [] : [element("dt", {}, drawTierTag(tier)), element("dd", {}, ...all)];
  });
  return lines.length === 0
    ? element("p", { class: "muted" }, "It can do nothing.")
    : element("dl", { class: "abilities" }, ...lines);
}

function drawTogether(places: string, held: readonly Held[]): HTMLElement {
  const keys = held.map(([{ permission }]) => permission);
  return element("p", {}, `${shortened(keys, keysShown)} `, element("small", {}, places));
}

function describePlaces([{ place }, { held, some, unknown, gains, losses }]: Held): string {
  if (place === undefined) return "on the whole site";
  const parts = [
    held > 0 ? inProjects(held) : "",
    some > 0 ? `on some issues ${inProjects(some)}` : "",
    unknown > 0 ? `unknown ${inProjects(unknown)}` : "",
    gains > 0 ? `to be gained ${inProjects(gains)}` : "",
    losses > 0 ? `to be lost ${inProjects(losses)}` : "",
  ];
  return parts.filter((part) => part !== "").join(", ");
}

function inProjects(count: number): string {
  return `in ${count} ${count === 1 ? "project" : "projects"}`;
}
