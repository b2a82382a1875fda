import type * as pulumi from "@pulumi/pulumi";
import { type HolderInput, toHolderText } from "./holder-input.js";
import { JiraResource } from "./jira-resource.js";

/** What one holder's grants are declared with. */
export interface HolderGrantsArgs {
  /** The scheme's name. */
  readonly scheme: pulumi.Input<string>;
  /** Who is granted them. */
  readonly holder: pulumi.Input<HolderInput>;
  /** Everything that the holder is granted in the scheme. */
  readonly permissions: pulumi.Input<readonly pulumi.Input<string>[]>;
}

/**
 * All that one holder is granted in one scheme, and nobody else's grants. Not to be used on a scheme whose whole list
 * is declared. Needs the global permission ADMINISTER and, for scoped tokens, `read:jira-work` and
 * `manage:jira-configuration`.
 */
export class HolderGrants extends JiraResource {
  declare readonly scheme: pulumi.Output<string>;
  declare readonly holder: pulumi.Output<string>;

  constructor(resourceName: string, args: HolderGrantsArgs, options?: pulumi.CustomResourceOptions) {
    const claim = { list: "permission scheme", names: [args.scheme], part: [toHolderText(args.holder)] };
    super("HolderGrants", resourceName, { ...args }, options, claim);
  }
}
