import type { AccessReport } from "../model/access-report.js";
import { element } from "./element.js";

const schemes = ["as the system", "light", "dark"] as const;

/** The title of the report, and the switch between light and dark. */
export function drawHead({ site, takenAt, stack }: AccessReport): HTMLElement {
  const when = new Date(takenAt).toISOString().slice(0, 16).replace("T", " ");
  const planned = stack === undefined ? [] : [`with what applying stack ${stack} would change`];
  return element(
    "header",
    { class: "head" },
    element(
      "div",
      {},
      element("h1", {}, "Access to ", element("span", { class: "site" }, site.replace(/^https?:\/\//, ""))),
      element("p", { class: "muted" }, [`as read on ${when} UTC`, ...planned].join(", ")),
    ),
    drawSchemeSwitch(),
  );
}

function drawSchemeSwitch(): HTMLElement {
  const select = element(
    "select",
    {
      onchange: () => {
        document.documentElement.dataset.colours = select.value;
      },
    },
    ...schemes.map((scheme) => element("option", { value: scheme }, scheme)),
  );
  return element("label", { class: "field screen-only" }, element("span", {}, "Colours"), select);
}
