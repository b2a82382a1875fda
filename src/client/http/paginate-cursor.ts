import { z } from "zod";
import { JiraError } from "../../errors.js";

/** One page of a list of the organisation's API. */
export interface CursorPage<T> {
  readonly data: readonly T[];
  readonly links?: { readonly next?: string | null | undefined } | null | undefined;
}

/** The form of such a page whose entries have the given form. */
export function cursorPageOf<T>(entry: z.ZodType<T>): z.ZodType<CursorPage<T>> {
  return z.object({ data: z.array(entry), links: z.object({ next: z.string().nullish() }).nullish() });
}

/**
 * All entries of such a list, page after page. Of a link to the next page only the cursor is used, never the address.
 * @param onPage is told after every page how many entries there are so far.
 * @throws JiraError when a page leads back to itself.
 */
export async function readCursorPages<T>(
  read: (cursor: string | undefined) => Promise<CursorPage<T>>,
  onPage: (count: number) => void,
): Promise<readonly T[]> {
  const entries: T[] = [];
  const seen = new Set<string>();
  for (let cursor: string | undefined; ; ) {
    const { data, links } = await read(cursor);
    entries.push(...data);
    onPage(entries.length);
    cursor = readCursor(links?.next);
    if (cursor === undefined) return entries;
    if (seen.has(cursor))
      throw new JiraError(
        "unexpected-answer",
        "a page of the organisation's list leads back to an earlier one; run the same command again",
      );
    seen.add(cursor);
  }
}

/** The cursor that a link is or has; none for the last page. */
function readCursor(next: string | null | undefined): string | undefined {
  if (next === null || next === undefined || next === "") return undefined;
  const query = /[?&]cursor=([^&#]*)/.exec(next)?.[1];
  return query === undefined ? next : decodeURIComponent(query);
}
