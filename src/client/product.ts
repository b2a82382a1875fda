import { z } from "zod";
import type { Group } from "../model/group.js";
import type { JiraClient } from "./create-client.js";
import { wireGroup } from "./group.js";

/** A product with the groups whose members are licensed for it. */
export interface ListedProduct {
  readonly key: string;
  readonly name: string;
  readonly groups: readonly Group[];
}

const wireProduct = z
  .object({ key: z.string(), name: z.string(), groupDetails: z.array(wireGroup).default([]) })
  .transform(({ key, name, groupDetails }): ListedProduct => ({ key, name, groups: groupDetails }));

/** Every product of the site that accounts are licensed for. Needs ADMINISTER and `manage:jira-configuration`. */
export function listProducts(client: JiraClient): Promise<readonly ListedProduct[]> {
  return client.call("getAllApplicationRoles", {}, z.array(wireProduct));
}
