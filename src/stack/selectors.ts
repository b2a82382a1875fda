import type { Project } from "../model/project.js";
import { nameFault, projectKeyFault, type TextRule } from "./schema/text-rules.js";

/** What stands in a list of projects: one key, or a word for those of the site's company-managed projects that fit it. */
export type Selector =
  | { readonly type: "all" }
  | { readonly type: "category"; readonly name: string }
  | { readonly type: "pattern"; readonly pattern: string }
  | { readonly type: "key"; readonly key: string };

const categoryPrefix = "category:";

/** Takes a text of a list of projects apart. */
export function parseSelector(text: string): Selector {
  if (text === "all") return { type: "all" };
  if (text.startsWith(categoryPrefix)) return { type: "category", name: text.slice(categoryPrefix.length) };
  return text.includes("*") ? { type: "pattern", pattern: text } : { type: "key", key: text };
}

/** Keys and selectors as they have to be written; whether a site has such projects is not asked. */
export const selectorFault: TextRule = (text) => {
  const selector = parseSelector(text);
  if (selector.type === "all") return undefined;
  if (selector.type === "category") return nameFault(selector.name);
  if (selector.type === "key") return projectKeyFault(selector.key);
  const form = /^[A-Z*][A-Z0-9_*]*$/;
  if (form.test(text)) return undefined;
  const upper = form.test(text.toUpperCase()) ? `; did you mean ${text.toUpperCase()}?` : "";
  return `${JSON.stringify(text)} is no pattern of project keys (capitals, digits, underscores and *)${upper}`;
};

/** How much a selector says of a project; what says more goes before what says less. */
export function rankOf(text: string): number {
  return ["all", "category", "pattern", "key"].indexOf(parseSelector(text).type);
}

/** The keys that a selector stands for, in alphabetical order; a key stands for itself, on the site or not. */
export function select(text: string, onSite: readonly Project[]): readonly string[] {
  const selector = parseSelector(text);
  if (selector.type === "key") return [selector.key];
  const fits = fitting(selector);
  return onSite
    .filter((project) => project.management === "company" && fits(project))
    .map(({ key }) => key)
    .sort();
}

/** The projects that a list stands for, each once, with the entry that names it first. */
export function selectEach(
  texts: readonly string[],
  onSite: readonly Project[],
): readonly { readonly project: string; readonly index: number }[] {
  const indexes = new Map<string, number>();
  for (const [index, text] of texts.entries()) {
    for (const project of select(text, onSite)) indexes.set(project, indexes.get(project) ?? index);
  }
  return [...indexes].map(([project, index]) => ({ project, index }));
}

function fitting(selector: Exclude<Selector, { type: "key" }>): (project: Project) => boolean {
  if (selector.type === "all") return () => true;
  if (selector.type === "category") return ({ category }) => category === selector.name;
  const parts = selector.pattern.split(/\*+/);
  return ({ key }) => isMadeOf(key, parts);
}

/** Whether a text consists of the parts in this order, with anything between them. */
function isMadeOf(text: string, [first = "", ...parts]: readonly string[]): boolean {
  const last = parts.at(-1) ?? "";
  if (!text.startsWith(first) || !text.endsWith(last) || text.length < first.length + last.length) return false;
  const end = text.length - last.length;
  let at = first.length;
  for (const part of parts.slice(0, -1)) {
    const found = text.indexOf(part, at);
    if (found === -1 || found + part.length > end) return false;
    at = found + part.length;
  }
  return true;
}
