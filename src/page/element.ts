import { escapeUnprintable } from "../escape-unprintable.js";

type Value = string | number | boolean | undefined | ((event: Event) => void);
type Child = Node | string | undefined;

/**
 * An element with attributes, listeners (`onclick`) and children. Texts are text and nothing else, with everything in them
 * shown that would hide or turn them around: names on a site are anybody's words.
 * @param attributes `true` sets an attribute without a value; `false` and undefined leave it out.
 */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, Value>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") made.addEventListener(name.slice("on".length), value);
    else if (value !== undefined && value !== false) {
      made.setAttribute(name, value === true ? "" : escapeUnprintable(String(value)));
    }
  }
  for (const child of children) if (child !== undefined) made.append(typeof child === "string" ? text(child) : child);
  return made;
}

function text(words: string): Text {
  return document.createTextNode(escapeUnprintable(words));
}
