import { z } from "zod";
import type { TextRule } from "./text-rules.js";

/** A text that has to keep a rule; the rule's words are the issue's message. */
export function text(rule: TextRule) {
  return z.string().superRefine((value, context) => {
    const message = rule(value);
    if (message !== undefined) context.addIssue({ code: "custom", message });
  });
}

/** A map whose keys are judged later, by meaning, so that a bad key hides nothing that is wrong in its value. */
export function map<Value extends z.ZodType>(keys: z.core.GlobalMeta, value: Value) {
  return z.record(z.string().meta(keys), value);
}
