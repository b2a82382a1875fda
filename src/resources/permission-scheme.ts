import type * as pulumi from "@pulumi/pulumi";
import type { Allowance } from "../model/desired-access.js";
import type { HolderInput } from "./holder-input.js";
import { currentOwner, JiraResource } from "./jira-resource.js";

/** What a permission scheme is declared with. */
export interface PermissionSchemeArgs {
  /** What the site calls the scheme. */
  readonly name: pulumi.Input<string>;
  /** Shown beside the name; empty unless given. */
  readonly description?: pulumi.Input<string>;
  /** The whole list of grants, permission by permission; absent, the scheme's grants are left alone. */
  readonly grants?: pulumi.Input<Readonly<Record<string, pulumi.Input<readonly pulumi.Input<HolderInput>[]>>>>;
  /** Take over a scheme of that name that is already on the site; no unless said. */
  readonly adopt?: boolean;
  /** Delete the scheme with the stack although it was adopted; no unless said. */
  readonly deleteAdopted?: boolean;
  /** Brakes that the list of grants may pass, each with what is said about that; none unless given. */
  readonly allow?: Allowance;
}

/**
 * A permission scheme, by its name, and with `grants` every grant in it. Needs the global permission ADMINISTER and,
 * for scoped tokens, `read:jira-work` and `manage:jira-configuration`.
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-permission-schemes/
 */
export class PermissionScheme extends JiraResource {
  declare readonly name: pulumi.Output<string>;
  declare readonly schemeId: pulumi.Output<string>;

  constructor(resourceName: string, args: PermissionSchemeArgs, options?: pulumi.CustomResourceOptions) {
    const claim = { list: "permission scheme", names: [args.name], part: [] };
    const inputs = { ...args, owner: currentOwner(), schemeId: undefined };
    super("PermissionScheme", resourceName, inputs, options, args.grants === undefined ? undefined : claim);
  }
}
