import { z } from "zod";
import type { AccessPreview } from "../../model/preview.js";

const resource = z.object({ kind: z.string(), name: z.string() });
const place = z.object({ file: z.string(), line: z.int().min(1), column: z.int().min(1) });

const entry = z.object({
  sign: z.enum(["+", "-", "~"]),
  text: z.string(),
  permission: z.string().exactOptional().describe("The permission that it is about."),
  isAccess: z.boolean().describe("Whether it decides about what anybody may do."),
});

const change = z.object({
  kind: z.enum(["scheme", "project", "role", "group", "account"]),
  name: z.string(),
  entries: z.array(entry),
});

const shift = z.object({
  account: z.string(),
  accountId: z.string(),
  project: z.string().exactOptional().describe("Its key; absent for global permissions."),
  permission: z.string(),
  risk: z.string().exactOptional().describe("The tier of the permission; absent for those that apps define."),
  before: z.string(),
  after: z.string(),
  paths: z.array(z.string()).describe("How the access is had, or was had where it is lost."),
});

const violation = z.object({
  policy: z.string(),
  severity: z.string().exactOptional(),
  isMandatory: z.boolean().describe("Whether the engine refuses to apply the stack."),
  message: z.string(),
  resource: resource.exactOptional(),
  place: place.exactOptional().describe("Where a stack file declares it; line and column count from 1."),
});

/** What `preview --json` prints. */
export const previewSchema = z
  .object({
    format_version: z.literal(1).describe("Grows when something in here changes its meaning or goes."),
    owner: z.string().describe("PROJECT/STACK."),
    stack: z.string(),
    changes: z.array(change),
    gains: z.array(shift),
    losses: z.array(shift),
    unclear: z.array(shift).describe("What only the site can tell."),
    givenUp: z.int().min(0).describe("How many resources the stack gives up."),
    proof: z
      .array(z.object({ user: z.string(), what: z.string(), why: z.string() }))
      .describe("What integration users can do beside what is declared, on the site as it is."),
    violations: z.array(violation).exactOptional().describe("Absent where no policies were asked."),
  })
  .meta({ title: "Preview of jira-access" });

/** A preview for programs, in the form that `previewSchema` describes. */
export function writePreview(preview: AccessPreview): string {
  return JSON.stringify({ format_version: 1, ...preview }, null, 2);
}
