import type { z } from "zod";

/**
 * A value that has the form of a schema.
 * @throws Error with the path of the first part that has not.
 */
export function parseAs<T>(schema: z.ZodType<T>, value: unknown): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const path = issue?.path.join(".");
  throw new Error(`${path ? `${path}: ` : ""}${issue?.message}`);
}
