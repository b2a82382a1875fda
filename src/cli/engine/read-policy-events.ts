import { z } from "zod";
import type { PolicyViolation } from "../../model/preview.js";
import { resourceIn } from "./urn.js";

const event = z.object({
  policyEvent: z
    .object({
      resourceUrn: z.string().default(""),
      policyName: z.string(),
      message: z.string(),
      enforcementLevel: z.string(),
      severity: z.string().exactOptional(),
    })
    .exactOptional(),
  policyAnalyzeStackSummaryEvent: z.unknown().optional(),
});

/** What policies said in a run of the engine. */
export interface PolicyEvents {
  readonly violations: readonly PolicyViolation[];
  /** Whether they came to judge the whole stack. */
  readonly isComplete: boolean;
}

/** Reads what policies said from the events of a run, a line each, in the order in which they were said. */
export function readPolicyEvents(log: string): PolicyEvents {
  const lines = log.split("\n").filter((line) => line.includes("policy"));
  const events = lines.map((line) => event.parse(JSON.parse(line)));
  return {
    violations: events.flatMap(({ policyEvent }) => {
      if (policyEvent === undefined || policyEvent.enforcementLevel === "disabled") return [];
      const { resourceUrn, policyName, message, enforcementLevel, severity } = policyEvent;
      const resource = resourceIn(resourceUrn);
      return {
        policy: policyName,
        ...(severity === undefined ? {} : { severity }),
        isMandatory: enforcementLevel === "mandatory",
        message: message.trim(),
        ...(resource && { resource }),
      };
    }),
    isComplete: events.some(({ policyAnalyzeStackSummaryEvent: summary }) => summary !== undefined),
  };
}
