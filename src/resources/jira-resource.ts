import * as pulumi from "@pulumi/pulumi";

/**
 * The text that the engine keeps in state and runs for every operation on a resource of the kind. It is frozen for
 * ever: refresh and delete run the text that an old state holds.
 */
function stubOf(kind: string): string {
  return `exports.handler=()=>require("module").createRequire(process.cwd()+"/_.js")("pulumi-jira-access/provider").provider(${JSON.stringify(kind)})`;
}

/** What the type of every resource of this package begins with; its kind follows. */
export const typePrefix = "pulumi-nodejs:dynamic/jira:";

/** What every resource of this package is: a dynamic resource whose provider is one short, constant line. */
export abstract class JiraResource extends pulumi.CustomResource {
  protected constructor(kind: string, name: string, inputs: pulumi.Inputs, options?: pulumi.CustomResourceOptions) {
    super(`${typePrefix}${kind}`, name, { ...inputs, __provider: stubOf(kind) }, options);
  }
}

/** The mark that objects made by this stack carry, `PROJECT/STACK`. */
export function currentOwner(): string {
  return `${pulumi.getProject()}/${pulumi.getStack()}`;
}
