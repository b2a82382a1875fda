import type { Origin } from "../model/desired-access.js";

/** Something that the stack asks for and the site cannot give, or must not. */
export interface Objection {
  readonly origin: Origin;
  readonly message: string;
}
