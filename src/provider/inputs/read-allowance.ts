import type { Allowance } from "../../model/desired-access.js";

const reasons: readonly string[] = ["lastAdministrator", "self"] satisfies (keyof Allowance)[];

/** The brakes that a resource may pass; a text says what is wrong with them. */
export function readAllowance(value: unknown): Allowance | string {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return "must be a map";
  const faults = Object.entries(value).flatMap(([name, given]) => faultOf(name, given) ?? []);
  return faults[0] ?? (value as Allowance);
}

function faultOf(name: string, given: unknown): string | undefined {
  if (name === "removals") {
    const isCount = typeof given === "number" && Number.isInteger(given) && given > 0;
    return isCount ? undefined : "removals must be a whole number above 0";
  }
  if (!reasons.includes(name))
    return `knows no brake ${JSON.stringify(name)}; expected removals, ${reasons.join(", ")}`;
  return typeof given === "string" && given.trim() !== "" ? undefined : `${name} must be a reason in words`;
}
