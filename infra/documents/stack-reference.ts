import { table } from "./table.js";

/** What of a JSON Schema tells about properties. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly description?: string;
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | boolean;
  readonly propertyNames?: Schema;
  readonly items?: Schema;
  readonly required?: readonly string[];
  readonly anyOf?: readonly Schema[];
}

interface Property {
  readonly path: string;
  readonly schema: Schema;
  readonly required: boolean;
}

/** Every property of stack files with what it holds and means, a row each, in the order of the schema. */
export function stackReference(schema: Schema): string {
  const rows = propertiesOf(schema, "").map(({ path, schema, required }) => [
    `\`${path}\`${required ? " (required)" : ""}`,
    formOf(schema),
    schema.description ?? "",
  ]);
  return table(["property", "holds", "meaning"], rows);
}

function propertiesOf(schema: Schema, above: string): Property[] {
  // Known names in a map that takes others too only help editors along; they are no properties of the file's own.
  const isOpenMap = schema.propertyNames !== undefined;
  const own = Object.entries(isOpenMap ? {} : (schema.properties ?? {})).flatMap(([key, property]) => {
    const path = `${above}${key}`;
    return [{ path, schema: property, required: isRequired(schema, key) }, ...propertiesOf(property, `${path}.`)];
  });
  const { additionalProperties, items } = schema;
  const entries = typeof additionalProperties === "object" ? propertiesOf(additionalProperties, `${above}KEY.`) : [];
  return [...own, ...entries, ...(items === undefined ? [] : propertiesOf(items, above.replace(/\.$/, "[].")))];
}

function isRequired({ required = [] }: Schema, key: string): boolean {
  return required.includes(key);
}

function formOf(schema: Schema): string {
  const { type, anyOf, items, additionalProperties } = schema;
  if (schema.$ref) return schema.$ref.split("/").at(-1) ?? "";
  if (schema.enum) return schema.enum.map((value) => `\`${value}\``).join(", ");
  if (anyOf) return [...new Set(anyOf.map(formOf))].join(" or ");
  if (type === "array") return items === undefined ? "list" : `list of ${formOf(items)}`;
  if (type === "object" && typeof additionalProperties === "object") return `map to ${formOf(additionalProperties)}`;
  return type === "object" ? "map" : (type ?? "any");
}
