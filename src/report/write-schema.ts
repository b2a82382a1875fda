import { z } from "zod";

/** The JSON Schema of what a zod schema takes, as the text of a file. */
export function writeSchema(schema: z.ZodType): string {
  return `${JSON.stringify(z.toJSONSchema(schema, { io: "input", target: "draft-7" }), null, 2)}\n`;
}
