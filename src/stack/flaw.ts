import type { Origin } from "../model/desired-access.js";
import { quoteIfNeeded } from "./quote.js";

/** Whether a flaw is about the key that leads to a value or about the value itself. */
export type Aspect = "key" | "value";

/** Something wrong in the file, before its line and column are looked up. */
export interface Flaw {
  readonly origin: Origin;
  /** Left out: the value where it is a text or a number, the key where it is a map or a list. */
  readonly at?: Aspect;
  readonly message: string;
}

/** Something wrong at a place that is already known; the offset counts UTF-16 units. */
export interface OffsetFault {
  readonly offset: number;
  readonly message: string;
  /** Where the same stood first, for what may stand only once. */
  readonly first?: number;
}

/** The line on which a part of the file stands, with its file where there are several: `5`, `5 of people.yaml`. */
export type LineOf = (origin: Origin) => string;

/** A path in the file as people write it: `permissionSchemes.delivery.grants.ADD_COMMENTS[1]`. */
export function formatOrigin(origin: Origin): string {
  return origin
    .map((segment, index) =>
      typeof segment === "number" ? `[${segment}]` : `${index === 0 ? "" : "."}${quoteIfNeeded(segment)}`,
    )
    .join("");
}

/** A list of words as a sentence has it: `a`, `a or b`, `a, b or c`. */
export function oneOf(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;
}

/** The ending of a message that offers a near name, or nothing where there is none. */
export function didYouMean(suggestion: string | undefined): string {
  return suggestion === undefined ? "" : `; did you mean ${quoteIfNeeded(suggestion)}?`;
}
