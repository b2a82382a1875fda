import { JiraError } from "../errors.js";
import { type Owner, readDescription } from "../model/ownership.js";

/** How an object of the wanted name that is already on the site is taken. */
export type Claim = "ours" | "adopted";

/**
 * Decides whether an object that is already there may be taken: with this stack's own mark it is ours (an earlier run
 * was cut short), otherwise only when adoption was asked for.
 * @throws JiraError of kind `refused` that says whose it is.
 */
export function claim(
  what: string,
  existing: { readonly name: string; readonly description: string },
  owner: Owner,
  adopt: boolean,
): Claim {
  const mark = readDescription(existing.description).owner;
  if (mark === owner) return "ours";
  if (adopt) return "adopted";
  throw new JiraError("refused", refusal(what, existing.name, mark));
}

function refusal(what: string, name: string, mark: Owner | undefined): string {
  const whose = mark === undefined ? "no stack's mark is on it" : `it belongs to the stack ${mark}`;
  return `the ${what} ${JSON.stringify(name)} is already on the site and ${whose}; take it over with adopt: true, or choose another name`;
}
