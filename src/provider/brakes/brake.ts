import { JiraError } from "../../errors.js";

/** Why something must not be written; undefined where nothing is wrong. */
export type Reason = string | undefined;

/**
 * Lets a write to an object pass only where no reason speaks against it.
 * @param what the object, for the message.
 * @throws JiraError of kind `refused` with every reason.
 */
export function brake(what: string, reasons: readonly Reason[]): void {
  const given = reasons.filter((reason) => reason !== undefined);
  if (given.length > 0) throw new JiraError("refused", `${what}: ${given.join("; also, ")}`);
}
