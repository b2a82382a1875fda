import { refuse } from "../refusal.js";
import type { Call } from "../route.js";

/** How many items a page holds when nothing is asked for, and at most. */
export interface PageSize {
  readonly usual: number;
  readonly most: number;
}

/** A part of a list, as the query's `startAt` and `maxResults` ask for it. */
export interface Slice<Item> {
  readonly startAt: number;
  readonly maxResults: number;
  readonly items: readonly Item[];
}

/**
 * The part of a list that the query asks for; more than the most is cut to the most.
 * @throws Refusal with 400 when a number is malformed.
 */
export function slice<Item>(query: URLSearchParams, list: readonly Item[], size: PageSize): Slice<Item> {
  const startAt = readCount(query, "startAt", 0);
  const maxResults = Math.min(readCount(query, "maxResults", size.usual), size.most);
  return { startAt, maxResults, items: list.slice(startAt, startAt + maxResults) };
}

/** A page of a list in Jira's usual form, with links to itself and to the next page if there is one. */
export function toPage<Item>(
  { query, url }: Pick<Call, "query" | "url">,
  path: string,
  list: readonly Item[],
  size: PageSize,
  describe: (item: Item) => unknown,
): unknown {
  const { startAt, maxResults, items } = slice(query, list, size);
  const next = startAt + items.length;
  const isLast = next >= list.length;
  const link = (from: number) => {
    const linked = new URLSearchParams(query);
    linked.set("startAt", String(from));
    linked.set("maxResults", String(maxResults));
    return `${url}/rest/api/3${path}?${linked}`;
  };
  return {
    self: link(startAt),
    ...(isLast ? {} : { nextPage: link(next) }),
    maxResults,
    startAt,
    total: list.length,
    isLast,
    values: items.map(describe),
  };
}

/** The values of a parameter that may be repeated. */
export function readRepeated(query: URLSearchParams, name: string): string[] {
  return query.getAll(name).filter((value) => value !== "");
}

/** The parts of a parameter that lists them with commas. */
export function readList(query: URLSearchParams, name: string): string[] {
  return query
    .getAll(name)
    .flatMap((value) => value.split(","))
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

function readCount(query: URLSearchParams, name: string, usual: number): number {
  const text = query.get(name);
  if (text === null || text === "") return usual;
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw refuse(400, `${name} must be a number, not '${text}'.`);
}
