import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Ajv, type ValidateFunction } from "ajv";
import addFormatsModule from "ajv-formats";

const addFormats = addFormatsModule.default;

const file =
  process.env.JIRA_OPENAPI ?? fileURLToPath(new URL("../../../shared/jira/openapi-v3.json", import.meta.url));

/** Whether Atlassian's OpenAPI document is on this machine; without it nothing can be checked against it. */
export const hasDocument = existsSync(file);

/** One operation of the document. */
export interface Operation {
  readonly id: string;
  readonly method: string;
  /** With `{}` for every variable part. */
  readonly path: string;
  readonly statuses: readonly string[];
}

interface ParsedDocument {
  readonly paths: Record<string, Record<string, ParsedOperation>>;
  readonly components: unknown;
}

interface ParsedOperation {
  readonly operationId: string;
  readonly responses: Record<string, { readonly content?: Record<string, { readonly schema?: object }> }>;
}

interface Loaded {
  readonly operations: readonly Operation[];
  readonly schemaOf: (operation: string, status: number) => ValidateFunction | undefined;
}

let loaded: Loaded | undefined;

/** Every operation of the document, those with fewer variable parts first. */
export function listOperations(): readonly Operation[] {
  return load().operations;
}

/** The operation that a request means, or undefined when the document has none. */
export function findOperation(method: string, pathname: string): Operation | undefined {
  return load().operations.find((operation) => operation.method === method && toPattern(operation.path).test(pathname));
}

/** What is wrong with the body of an answer, by the document; an empty list when nothing is. */
export function findFaults(operation: Operation, status: number, body: unknown): string[] {
  const validate = load().schemaOf(operation.id, status);
  if (validate === undefined || validate(body)) return [];
  return (validate.errors ?? []).map((error) => `${operation.id} ${status} ${error.instancePath} ${error.message}`);
}

function load(): Loaded {
  loaded ??= read();
  return loaded;
}

function read(): Loaded {
  const document: ParsedDocument = JSON.parse(readFileSync(file, "utf8"));
  const entries = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(([, operation]) => operation.operationId)
      .map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
  );
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats(ajv);
  ajv.addSchema({ $id: "jira", components: toJsonSchema(document.components) });
  const byId = new Map(entries.map(({ operation }) => [operation.operationId, operation]));
  const compiled = new Map<string, ValidateFunction | undefined>();
  const schemaOf = (id: string, status: number) => {
    const key = `${id} ${status}`;
    if (!compiled.has(key)) {
      const schema = byId.get(id)?.responses[status]?.content?.["application/json"]?.schema;
      compiled.set(key, schema && ajv.compile(Object(toJsonSchema(schema))));
    }
    return compiled.get(key);
  };
  const operations = entries.map(({ path, method, operation }) => ({
    id: operation.operationId,
    method,
    path: path.replace(/\{[^}]*\}/g, "{}"),
    statuses: Object.keys(operation.responses),
  }));
  operations.sort((a, b) => a.path.split("{}").length - b.path.split("{}").length);
  return { operations, schemaOf };
}

/** OpenAPI 3.0 has `nullable` of its own; and unknown properties are allowed, for the document omits real ones. */
function toJsonSchema(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(toJsonSchema);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value)
    .filter(([key, inner]) => !(key === "additionalProperties" && inner === false) && key !== "nullable")
    .map(([key, inner]) => [key, toRelativeReference(key, toJsonSchema(inner))] as const);
  const schema = Object.fromEntries(entries);
  return "nullable" in value && value.nullable === true ? { anyOf: [schema, { type: "null" }] } : schema;
}

function toRelativeReference(key: string, value: unknown): unknown {
  return key === "$ref" && typeof value === "string" ? value.replace(/^#/, "jira#") : value;
}

function toPattern(path: string): RegExp {
  return new RegExp(`^${path.replaceAll("{}", "[^/]+")}$`);
}
