import { findFaults, findOperation, hasDocument } from "./openapi.js";
import { undocumentedStatuses } from "./undocumented.js";

/** An answer with the request that it is for. */
export interface Exchange {
  readonly method: string;
  readonly url: string;
  readonly status: number;
  readonly body: unknown;
}

/**
 * Checks an answer against Atlassian's document, if that is here.
 * @throws Error when the status is neither documented nor known to be undocumented, or the body does not fit.
 */
export function expectDocumented({ method, url, status, body }: Exchange): void {
  if (!hasDocument || isForAnyOperation(status)) return;
  const operation = findOperation(method, new URL(url).pathname);
  if (operation === undefined) return;
  const name = `${operation.id} ${status}`;
  if (!operation.statuses.includes(`${status}`) && !Object.hasOwn(undocumentedStatuses, name)) {
    throw new Error(`${name} is not documented`);
  }
  const faults = typeof body === "object" ? findFaults(operation, status, body) : [];
  if (faults.length > 0) throw new Error(`${faults.join("\n")}\n${JSON.stringify(body, null, 2)}`);
}

/** Overload, failures and bodies that are too large can meet every operation, and are listed with few. */
function isForAnyOperation(status: number): boolean {
  return status === 413 || status === 429 || status >= 500;
}
