import { Refusal } from "../refusal.js";

/** A refusal of the organisation's API. */
export function refuseOrganisation(status: number, message: string): Refusal {
  return new Refusal(status, { code: status, message });
}
