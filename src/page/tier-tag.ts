import { element } from "./element.js";
import { type Tier, tiers, tierWords } from "./tiers.js";

/** A tier as a word on its colour, with as many bars as it is grave: it is told by more than colour. */
export function drawTierTag(tier: Tier): HTMLElement {
  const bars = Math.max(1, tiers.length - 1 - tiers.indexOf(tier));
  const signal = element("span", { class: "bars", "aria-hidden": "true" });
  for (let bar = 0; bar < bars; bar++) signal.append(element("i"));
  return element("span", { class: `tier ${tier}` }, signal, element("span", {}, tierWords[tier].name));
}
