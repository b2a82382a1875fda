import { z } from "zod";
import type { DeclaredRights } from "../../model/declared-rights.js";
import { exceptionsSchema, isAbout, isCurrent } from "./exceptions.js";
import type { RightText } from "./right-text.js";

/** A declared right that a policy objects to. */
export interface Violation {
  readonly right: RightText;
  /** What declares it; absent where the policy's own settings are at fault. */
  readonly source?: string;
  readonly message: string;
}

/** What a policy has to be told beside what is declared. */
export interface PolicyContext {
  /** The day of the judgement, as YYYY-MM-DD. */
  readonly today: string;
  /** The lines of a baseline file, by default the stack's own; undefined where there is none. */
  readonly readBaseline: (file: string | undefined) => readonly RightText[] | undefined;
}

/** What became of a policy: its violations, or why it has nothing to judge. */
export type Judgement = { readonly violations: readonly Violation[] } | { readonly notApplicable: string };

/** A rule about declared rights. */
export interface Policy {
  readonly name: string;
  readonly severity: "low" | "medium" | "high" | "critical";
  /** What it forbids. */
  readonly summary: string;
  /** What to do about a violation. */
  readonly remediation: string;
  /** What its settings may say: exceptions, and what is its own. */
  readonly settings: z.ZodObject;
  /**
   * Judges what is declared. Exceptions take violations away as long as they count; one that no longer does is a
   * violation itself.
   * @throws z.ZodError when the settings do not fit their schema.
   */
  readonly judge: (rights: DeclaredRights, settings: unknown, context: PolicyContext) => Judgement;
}

interface Definition<Options extends z.ZodRawShape>
  extends Pick<Policy, "name" | "severity" | "summary" | "remediation"> {
  readonly options: Options;
  readonly judge: (
    rights: DeclaredRights,
    options: z.output<z.ZodObject<Options>>,
    context: PolicyContext,
  ) => Judgement;
}

/** Makes a policy of a rule: reads its settings, and lets pass what they except. */
export function definePolicy<Options extends z.ZodRawShape>(definition: Definition<Options>): Policy {
  const { name, severity, summary, remediation } = definition;
  const options = z.object(definition.options);
  const common = z.object({ exceptions: exceptionsSchema.default([]) });
  const settings = common.extend(definition.options);
  return {
    name,
    severity,
    summary,
    remediation,
    settings,
    judge(rights, written, context) {
      const judgement = definition.judge(rights, options.parse(written), context);
      const { exceptions } = common.parse(written);
      const current = exceptions.filter((exception) => isCurrent(exception, context.today));
      const expired = exceptions.filter((exception) => !current.includes(exception));
      if ("notApplicable" in judgement && expired.length === 0) return judgement;
      const found = "violations" in judgement ? judgement.violations : [];
      return {
        violations: [
          ...found.filter(({ right }) => !current.some((exception) => isAbout(exception, right))),
          ...expired.map(({ right, reason, until }) => ({
            right,
            message: `the exception for "${right}" (${reason}) ended on ${until}: remove it, or give it a new day and reason`,
          })),
        ],
      };
    },
  };
}
