import { z } from "zod";
import { text } from "./checked.js";
import { reasonFault } from "./text-rules.js";

/** What a stack file says about drift that is known and right for a while. */
export const driftSchema = z.strictObject({
  ignore: z
    .array(
      z.strictObject({
        resource: z.string().min(1).describe("The resource as `drift` names it, KIND NAME; * stands for any text."),
        entry: z.string().min(1).exactOptional().describe("The entry as `drift` names it. Default: every entry."),
        owner: z.string().min(1).describe("Who answers for it."),
        reason: text(reasonFault).describe("Why it is right for now."),
        until: z.iso.date().describe("The last day on which it counts, as YYYY-MM-DD."),
      }),
    )
    .default([])
    .describe("Drift that is known and right for a while; a gain of access is told of all the same."),
});
