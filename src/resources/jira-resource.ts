import * as pulumi from "@pulumi/pulumi";
import { typePrefix } from "../model/resource-type.js";
import { type Claim, claimList } from "./claim-list.js";

/**
 * The text that the engine keeps in state and runs for every operation on a resource of the kind. It is frozen for
 * ever: refresh and delete run the text that an old state holds.
 */
function stubOf(kind: string): string {
  return `exports.handler=()=>require("module").createRequire(process.cwd()+"/_.js")("pulumi-jira-access/provider").provider(${JSON.stringify(kind)})`;
}

/** What every resource of this package is: a dynamic resource whose provider is one short, constant line. */
export abstract class JiraResource extends pulumi.CustomResource {
  /** @throws pulumi.RunError when another resource of the program holds what this one claims. */
  protected constructor(
    kind: string,
    name: string,
    inputs: pulumi.Inputs,
    options?: pulumi.CustomResourceOptions,
    claim?: Claim,
  ) {
    if (claim !== undefined) claimList(`${kind} ${JSON.stringify(name)}`, claim);
    super(`${typePrefix}${kind}`, name, { ...inputs, __provider: stubOf(kind) }, options);
  }
}

/** The mark that objects made by this stack carry, `PROJECT/STACK`. */
export function currentOwner(): string {
  return `${pulumi.getProject()}/${pulumi.getStack()}`;
}
