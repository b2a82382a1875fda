import type { Allowance } from "../../src/model/desired-access.js";

/** Lets a resource pass every brake, for tests that are about something else. */
export const everyAllowance: Required<Allowance> = { removals: 1000, lastAdministrator: "a test", self: "a test" };
