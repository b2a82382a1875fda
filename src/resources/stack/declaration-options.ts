import type * as pulumi from "@pulumi/pulumi";
import type { Adoption } from "../../model/desired-access.js";

/** What an entry of the stack file says about an object that is already on the site. */
export function adoption({ adopt, deleteAdopted }: Adoption): Adoption {
  return { ...(adopt === undefined ? {} : { adopt }), ...(deleteAdopted === undefined ? {} : { deleteAdopted }) };
}

/** The options by which a resource stays the same after its key in the stack file was renamed. */
export function aliasOf(formerly: string | undefined): pulumi.CustomResourceOptions {
  return formerly === undefined ? {} : { aliases: [{ name: formerly }] };
}
