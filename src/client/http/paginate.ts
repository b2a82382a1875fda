import { z } from "zod";

/** One page of a list, as Jira cuts it. */
export interface Page<T> {
  readonly values: readonly T[];
  readonly total?: number | undefined;
  readonly isLast?: boolean | undefined;
}

/** The form of a page whose entries have the given form. */
export function pageOf<T>(entry: z.ZodType<T>): z.ZodType<Page<T>> {
  return z.object({ values: z.array(entry), total: z.number().optional(), isLast: z.boolean().optional() });
}

/** All entries of a paged list: the first page, then the rest at the same time as far as the total tells. */
export async function readAllPages<T>(read: (startAt: number) => Promise<Page<T>>): Promise<readonly T[]> {
  const first = await read(0);
  const size = first.values.length;
  const { total } = first;
  if (first.isLast === true || size === 0 || (total !== undefined && total <= size)) return first.values;
  if (total !== undefined) {
    const starts = Array.from({ length: Math.ceil(total / size) - 1 }, (_, page) => (page + 1) * size);
    const rest = await Promise.all(starts.map(read));
    return [first, ...rest].flatMap((page) => page.values);
  }
  const values = [...first.values];
  for (let page = first; page.isLast !== true && page.values.length > 0; ) {
    page = await read(values.length);
    values.push(...page.values);
  }
  return values;
}
