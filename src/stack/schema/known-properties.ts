import { z } from "zod";
import type { Origin } from "../../model/desired-access.js";
import { oneOf } from "../flaw.js";
import { stackSchema } from "./schema.js";

/** The properties that the map at a path of the file may have. */
export function knownProperties(origin: Origin): readonly string[] {
  const schema = origin.reduce<unknown>(step, stackSchema);
  return schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
}

/** Where in the file a property of this name belongs, in words; undefined when nowhere or in more than two sections. */
export function whereElse(key: string): string | undefined {
  if (Object.hasOwn(stackSchema.shape, key)) return "the file's outermost level";
  const sections = Object.keys(stackSchema.shape).filter((section) => knownProperties([section, ""]).includes(key));
  return sections.length > 0 && sections.length < 3 ? `an entry of ${oneOf(sections)}` : undefined;
}

function step(schema: unknown, segment: string | number): unknown {
  if (schema instanceof z.ZodObject) return unwrap(schema.shape[segment]);
  if (schema instanceof z.ZodRecord) return unwrap(schema.valueType);
  return schema instanceof z.ZodArray ? unwrap(schema.element) : undefined;
}

function unwrap(schema: unknown): unknown {
  const wrapped = schema instanceof z.ZodDefault || schema instanceof z.ZodExactOptional;
  return wrapped ? unwrap(schema.unwrap()) : schema;
}
