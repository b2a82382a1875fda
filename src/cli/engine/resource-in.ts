import type { ResourceName } from "../../model/drift.js";
import { typePrefix } from "../../model/resource-type.js";

/** The resource of this package that a URN names, `urn:pulumi:STACK::PROJECT::TYPE::NAME`; undefined for any other. */
export function resourceIn(urn: string): ResourceName | undefined {
  const [, , type = "", name = ""] = urn.split("::");
  const own = type.slice(type.lastIndexOf("$") + 1);
  return own.startsWith(typePrefix) ? { kind: own.slice(typePrefix.length), name } : undefined;
}
