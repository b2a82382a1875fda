import type { PolicyConfigSchema, StackValidationPolicy } from "@pulumi/policy";
import { z } from "zod";
import type { Policy } from "../../src/analysis/policies/policy.js";
import { readRights } from "../../src/analysis/policies/read-rights.js";

/** Reads the lines of a stack's baseline, from the given file or from where that stack's is by default. */
export type BaselineReader = (stack: string, file: string | undefined) => readonly string[] | undefined;

/**
 * A policy as the engine runs it: over all resources at once, once they are all known, which in a preview is before
 * anything is written. Violations stop the run unless the settings make the policy `advisory`.
 */
export function toPulumiPolicy(policy: Policy, readBaseline: BaselineReader): StackValidationPolicy {
  const { name, severity, summary, remediation } = policy;
  return {
    name,
    severity,
    description: summary,
    remediationSteps: remediation,
    enforcementLevel: "mandatory",
    configSchema: { properties: describeSettings(policy) },
    validateStack({ resources, getConfig, notApplicable }, report) {
      const judgement = policy.judge(readRights(resources), getConfig(), {
        today: new Date().toISOString().slice(0, 10),
        readBaseline: (file) => readBaseline(stackOf(resources), file),
      });
      if ("notApplicable" in judgement) return notApplicable(judgement.notApplicable);
      for (const { message, right, source } of judgement.violations) {
        report(source === undefined ? message : `${message}\nRight: ${right}\nRemedy: ${remediation}`, source);
      }
    },
  };
}

function describeSettings({ settings }: Policy): PolicyConfigSchema["properties"] {
  return z.toJSONSchema(settings, { io: "input" }).properties as PolicyConfigSchema["properties"];
}

/** A URN begins with `urn:pulumi:STACK::`. */
function stackOf(resources: readonly { readonly urn: string }[]): string {
  return resources[0]?.urn.split(":")[2] ?? "";
}
