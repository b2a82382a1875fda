import type { ResourceName } from "../../model/drift.js";
import type { Owner } from "../../model/ownership.js";
import { typePrefix } from "../../model/resource-type.js";

// The engine calls a resource `urn:pulumi:STACK::PROJECT::TYPE::NAME`; TYPE begins with those of its parents.

/** The mark of the stack that a resource is of, by its URN. */
export function ownerIn(urn: string): Owner {
  const [, stack = "", project = ""] = /^urn:pulumi:(.*?)::(.*?)::/.exec(urn) ?? [];
  return `${project}/${stack}`;
}

/** The resource of this package that a URN names; undefined for any other. */
export function resourceIn(urn: string): ResourceName | undefined {
  const [, , type = "", ...name] = urn.split("::");
  const own = type.slice(type.lastIndexOf("$") + 1);
  return own.startsWith(typePrefix) ? { kind: own.slice(typePrefix.length), name: name.join("::") } : undefined;
}
