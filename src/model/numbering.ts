/** Texts that get a number each, in the order in which they come up first. */
export interface Numbering {
  readonly numberOf: (text: string) => number;
  /** The texts at the places of their numbers. */
  readonly texts: () => readonly string[];
}

/** A numbering without any texts yet. */
export function createNumbering(): Numbering {
  const numbers = new Map<string, number>();
  return {
    numberOf: (text) => {
      const number = numbers.get(text) ?? numbers.size;
      numbers.set(text, number);
      return number;
    },
    texts: () => [...numbers.keys()],
  };
}
