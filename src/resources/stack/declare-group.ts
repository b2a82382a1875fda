import type * as pulumi from "@pulumi/pulumi";
import type { DesiredGroup } from "../../model/desired-access.js";
import { Group } from "../group.js";
import { GroupMembers } from "../group-members.js";
import { aliasOf } from "./declaration-options.js";
import { groupArgs, memberArgs } from "./stack-args.js";

/** A declared group, and all that has to be there before whoever names it. */
export interface DeclaredGroup {
  readonly group: Group;
  readonly ready: readonly pulumi.Resource[];
}

/** Declares a group and, where they are said, all its members. */
export function declareGroup(desired: DesiredGroup): DeclaredGroup {
  const { key, formerly } = desired;
  const group = new Group(key, groupArgs(desired), aliasOf(formerly));
  const members = memberArgs(desired, group.name);
  if (members === undefined) return { group, ready: [group] };
  return { group, ready: [group, new GroupMembers(key, members, { ...aliasOf(formerly), dependsOn: group })] };
}
