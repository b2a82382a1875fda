import type { Origin } from "../model/desired-access.js";

/** A comment for one entry of a stack file that is about to be written. */
export interface Remark {
  readonly origin: Origin;
  readonly text: string;
  /** Whether the site keeps this to itself because a stack file cannot say it as it is. */
  readonly leftOut?: true;
}
