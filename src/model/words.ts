/** A list as a sentence has it: `a`, `a and b`, `a, b and c`. */
export function inWords(items: readonly string[]): string {
  return items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`;
}

/** The first items of a list, and how many there are besides: `a, b and 3 more`. */
export function shortened(items: readonly string[], most: number): string {
  if (items.length <= most + 1) return inWords(items);
  return `${items.slice(0, most).join(", ")} and ${items.length - most} more`;
}
