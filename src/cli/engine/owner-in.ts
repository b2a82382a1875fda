import type { Owner } from "../../model/ownership.js";

/** The mark of the stack that a resource is of, by its URN: `urn:pulumi:STACK::PROJECT::TYPE::NAME`. */
export function ownerIn(urn: string): Owner {
  const [, stack = "", project = ""] = /^urn:pulumi:(.*?)::(.*?)::/.exec(urn) ?? [];
  return `${project}/${stack}`;
}
