import { readFileSync } from "node:fs";
import { z } from "zod";

const operationSchema = z.object({
  operationId: z.string(),
  description: z.string().default(""),
  deprecated: z.boolean().default(false),
  security: z.array(z.record(z.string(), z.array(z.string()))).default([]),
  "x-experimental": z.boolean().default(false),
  "x-atlassian-connect-scope": z.string(),
  "x-atlassian-oauth2-scopes": z.array(z.object({ state: z.string(), scopes: z.array(z.string()) })).default([]),
});

const documentSchema = z.object({
  paths: z.record(z.string(), z.partialRecord(z.enum(["get", "post", "put", "delete"]), operationSchema)),
  components: z.object({
    securitySchemes: z.object({
      OAuth2: z.object({
        flows: z.object({ authorizationCode: z.object({ scopes: z.record(z.string(), z.string()) }) }),
      }),
    }),
  }),
});

/** What the catalogue takes from one operation of Atlassian's OpenAPI document. */
export type DocumentOperation = z.infer<typeof operationSchema>;

/** The parts of Atlassian's OpenAPI document that the catalogue is made from. */
export type OpenApiDocument = z.infer<typeof documentSchema>;

/**
 * Reads Atlassian's OpenAPI document.
 * @throws Error when the file is not there, or is not such a document.
 * @see https://developer.atlassian.com/cloud/jira/platform/swagger-v3.v3.json
 */
export function readOpenApiDocument(file: string): OpenApiDocument {
  return documentSchema.parse(JSON.parse(readFileSync(file, "utf8")));
}
