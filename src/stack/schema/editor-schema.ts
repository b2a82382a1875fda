import { z } from "zod";
import { stackSchema } from "./schema.js";

/** The JSON Schema of stack files, as text: editors complete, explain and check by it what people write. */
export function editorSchema(): string {
  const schema = z.toJSONSchema(stackSchema, { io: "input", target: "draft-7" });
  return `${JSON.stringify(schema, null, 2)}\n`;
}
