import { element } from "../element.js";
import { nameAccount } from "../names.js";
import type { Survey } from "../survey.js";
import { type Tier, tiers, tierWords } from "../tiers.js";
import { firstView, type View, type ViewStore } from "../view.js";

type Choice = readonly [value: string, text: string];

/** The title of the matrix, and all by which it is narrowed down. */
export function drawBar(survey: Survey, store: ViewStore): HTMLElement {
  const title = element("h2", { id: "matrix-title" });
  const search = element("input", {
    type: "search",
    placeholder: "name, e-mail, key",
    oninput: () => store.change({ search: search.value }),
  });
  const projects = survey.projects
    .map(({ key, name }, place): Choice => [String(place), `${key} ${name}`])
    .sort(byText);
  const project = select([["", `all ${projects.length}`], ...projects], (value) => {
    store.change({ project: value === "" ? undefined : Number(value) });
  });
  const permission = drawPermissionSelect(survey, store);
  const who = select(whoChoices(survey), (value) => store.change({ who: value as View["who"] }));
  const order = select(
    [
      ["risk", "gravest first"],
      ["name", "by name"],
    ],
    (value) => store.change({ order: value as View["order"] }),
  );
  const back = element(
    "button",
    { type: "button", onclick: () => store.change({ account: undefined }) },
    "← All accounts",
  );
  const reset = element("button", { type: "button", onclick: () => store.change(firstView) }, "Reset");
  store.watch((view) => {
    const account = survey.accounts[view.account ?? -1];
    title.textContent = "Who can do what";
    if (account !== undefined)
      title.replaceChildren("What ", element("em", {}, nameAccount(account)[0]), " can do, project by project");
    if (search.value !== view.search) search.value = view.search;
    project.value = String(view.project ?? "");
    permission.value = view.permission ?? view.tier ?? "";
    who.value = view.who;
    order.value = view.order;
    back.hidden = account === undefined;
  });
  return element(
    "div",
    { class: "bar" },
    element("div", { class: "bar-title" }, title, back),
    element(
      "search",
      { class: "fields screen-only" },
      field("Search", search),
      field("Project", project),
      field("Permission or risk", permission),
      field("Show", who),
      field("Order", order),
      reset,
    ),
  );
}

function whoChoices({ planned }: Survey): readonly Choice[] {
  const changed: readonly Choice[] = planned === undefined ? [] : [["changed", "what would change"]];
  return [["holders", "with access"], ...changed, ["everybody", "all"]];
}

function drawPermissionSelect({ columns }: Survey, store: ViewStore): HTMLSelectElement {
  const made = select(
    [["", "all"], ...tiers.map((tier): Choice => [tier, `whatever ${tierWords[tier].name}`])],
    (value) => {
      const tier = tiers.find((one) => one === value);
      store.change({ tier, permission: tier === undefined && value !== "" ? value : undefined });
    },
  );
  for (const tier of tiers)
    made.append(
      drawTierOptions(
        tier,
        columns.filter((column) => column.tier === tier).map((column) => column.permission),
      ),
    );
  return made;
}

function drawTierOptions(tier: Tier, keys: readonly string[]): HTMLElement {
  return element(
    "optgroup",
    { label: tierWords[tier].name },
    ...keys.map((key) => element("option", { value: key }, key)),
  );
}

function select(choices: readonly Choice[], change: (value: string) => void): HTMLSelectElement {
  const made = element(
    "select",
    { onchange: () => change(made.value) },
    ...choices.map(([value, text]) => element("option", { value }, text)),
  );
  return made;
}

function field(label: string, control: HTMLElement): HTMLElement {
  return element("label", { class: "field" }, element("span", {}, label), control);
}

function byText([, a]: Choice, [, b]: Choice): number {
  return a.localeCompare(b);
}
