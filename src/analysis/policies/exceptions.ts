import { z } from "zod";
import { fits } from "../../model/fits.js";
import type { RightText } from "./right-text.js";

/** Exceptions as policy settings write them. */
export const exceptionsSchema = z.array(
  z.strictObject({
    right: z.string().min(1).describe("The right as the violation names it; * stands for any text."),
    reason: z.string().min(10).describe("Why it is right nevertheless."),
    until: z.iso.date().describe("The last day on which it counts, as YYYY-MM-DD."),
  }),
);

/** A right that a policy lets pass for a reason, until a day. */
export type Exception = z.output<typeof exceptionsSchema>[number];

/** Whether an exception still counts; days are compared as texts of the form YYYY-MM-DD. */
export function isCurrent({ until }: Exception, today: string): boolean {
  return today <= until;
}

/** Whether an exception, current or not, is about the right. */
export function isAbout(exception: Exception, right: RightText): boolean {
  return fits(right, exception.right);
}
