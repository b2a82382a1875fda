import { describeHolder } from "../../model/holder.js";
import type { Remedy } from "../../model/remedy.js";
import { nameScheme } from "../access/name-scheme.js";

/** A change about an account as something to do: `take it out of group jira-administrators`. */
export function describeRemedy(change: Remedy): string {
  switch (change.kind) {
    case "activate":
      return "activate it";
    case "join-group":
      return `put it into group ${change.group.name}`;
    case "leave-group":
      return `take it out of group ${change.group.name}`;
    case "join-role":
      return `put it into project role ${change.role.name} of ${change.project.key}`;
    case "leave-role":
      return `take it out of project role ${change.role.name} of ${change.project.key}`;
    case "take-group-out-of-role":
      return `take group ${change.group.name} out of project role ${change.role.name} of ${change.project.key}`;
    case "change-lead":
      return `make somebody else the lead of ${change.project.key}`;
    case "add-grant":
      return `grant ${change.permission} to ${describeHolder(change.holder)} in ${nameScheme(change.scheme.name)}`;
    case "remove-grant":
      return `remove the grant of ${change.permission} to ${describeHolder(change.holder)} from ${nameScheme(change.scheme.name)}`;
  }
}
