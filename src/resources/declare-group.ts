import type * as pulumi from "@pulumi/pulumi";
import type { DesiredGroup } from "../model/desired-access.js";
import { allowanceOf } from "./allowances.js";
import { adoption, aliasOf } from "./declaration-options.js";
import { Group } from "./group.js";
import { GroupMembers } from "./group-members.js";

/** A declared group, and all that has to be there before whoever names it. */
export interface DeclaredGroup {
  readonly group: Group;
  readonly ready: readonly pulumi.Resource[];
}

/** Declares a group and, where they are said, all its members. */
export function declareGroup({ key, formerly, name, members, ...given }: DesiredGroup): DeclaredGroup {
  const group = new Group(key, { name, ...adoption(given) }, aliasOf(formerly));
  if (members === undefined) return { group, ready: [group] };
  const options = { ...aliasOf(formerly), dependsOn: group };
  const args = { group: group.name, users: members, ...allowanceOf(given) };
  return { group, ready: [group, new GroupMembers(key, args, options)] };
}
