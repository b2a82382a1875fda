import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Ajv, type ValidateFunction } from "ajv";
import addFormatsModule from "ajv-formats";

const addFormats = addFormatsModule.default;

/** Where Atlassian's OpenAPI document would be. */
export const documentFile =
  process.env.JIRA_OPENAPI ?? fileURLToPath(new URL("../../../shared/jira/openapi-v3.json", import.meta.url));

/** Whether Atlassian's OpenAPI document is on this machine; without it nothing can be checked against it. */
export const hasDocument = existsSync(documentFile);

/** One operation of the document. */
export interface Operation {
  readonly id: string;
  readonly method: string;
  /** With `{}` for every variable part. */
  readonly path: string;
  readonly statuses: readonly string[];
  /** The names of the query parameters that it takes. */
  readonly query: readonly string[];
  /** The classic scopes that it lists. */
  readonly scopes: readonly string[];
}

interface ParsedDocument {
  readonly paths: Record<string, Record<string, ParsedOperation>>;
  readonly components: unknown;
}

interface ParsedOperation {
  readonly operationId: string;
  readonly responses: Record<string, Content>;
  readonly requestBody?: Content;
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
  readonly security?: readonly { readonly OAuth2?: readonly string[] }[];
}

interface Content {
  readonly content?: Record<string, { readonly schema?: object }>;
}

interface Loaded {
  readonly operations: readonly Operation[];
  readonly schemaOf: (operation: string, status: number) => ValidateFunction | undefined;
  readonly requestSchemaOf: (operation: string) => ValidateFunction | undefined;
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

/** What is wrong with the body of a request, by the document; properties that it does not name are faults too. */
export function findRequestFaults(operation: Operation, body: unknown): string[] {
  const validate = load().requestSchemaOf(operation.id);
  if (body === undefined && validate === undefined) return [];
  if (validate === undefined) return [`${operation.id} takes no body`];
  return validate(body)
    ? []
    : (validate.errors ?? []).map((error) => `${operation.id} ${error.instancePath} ${error.message}`);
}

function load(): Loaded {
  loaded ??= read();
  return loaded;
}

function read(): Loaded {
  const document: ParsedDocument = JSON.parse(readFileSync(documentFile, "utf8"));
  const entries = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(([, operation]) => operation.operationId)
      .map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
  );
  const ajv = createAjv(toJsonSchema(document.components));
  const closedAjv = createAjv(toJsonSchema(document.components, true));
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
  const requestSchemaOf = (id: string) => {
    const schema = byId.get(id)?.requestBody?.content?.["application/json"]?.schema;
    return schema && closedAjv.compile(Object(toJsonSchema(schema, true)));
  };
  const operations = entries.map(({ path, method, operation }) => ({
    id: operation.operationId,
    method,
    path: path.replace(/\{[^}]*\}/g, "{}"),
    statuses: Object.keys(operation.responses),
    query: (operation.parameters ?? []).filter((parameter) => parameter.in === "query").map(({ name }) => name),
    scopes: (operation.security ?? [])
      .flatMap(({ OAuth2 = [] }) => OAuth2)
      .filter((scope) => scope.split(":").length === 2),
  }));
  operations.sort((a, b) => a.path.split("{}").length - b.path.split("{}").length);
  return { operations, schemaOf, requestSchemaOf };
}

function createAjv(components: unknown): Ajv {
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats(ajv);
  return ajv.addSchema({ $id: "jira", components });
}

/** OpenAPI 3.0 has `nullable` of its own; and unless `closed`, unknown properties are allowed, for real answers have them. */
function toJsonSchema(value: unknown, closed = false): unknown {
  if (Array.isArray(value)) return value.map((entry) => toJsonSchema(entry, closed));
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value)
    .filter(([key, inner]) => (closed || !(key === "additionalProperties" && inner === false)) && key !== "nullable")
    .map(([key, inner]) => [key, toRelativeReference(key, toJsonSchema(inner, closed))] as const);
  const schema = Object.fromEntries(entries);
  return "nullable" in value && value.nullable === true ? { anyOf: [schema, { type: "null" }] } : schema;
}

function toRelativeReference(key: string, value: unknown): unknown {
  return key === "$ref" && typeof value === "string" ? value.replace(/^#/, "jira#") : value;
}

function toPattern(path: string): RegExp {
  return new RegExp(`^${path.replaceAll("{}", "[^/]+")}$`);
}
