import type * as pulumi from "@pulumi/pulumi";
import type { Holder } from "../model/holder.js";
import { formatHolder } from "../model/holder.js";

/**
 * Who a permission is granted to: a bare holder type (`assignee`), a type and a name in one line
 * (`projectRole:Developers`), or an object of one type and a name, which may come from another resource.
 */
export type HolderInput =
  | string
  | { readonly projectRole: pulumi.Input<string> }
  | { readonly group: pulumi.Input<string> }
  | { readonly user: pulumi.Input<string> }
  | { readonly applicationRole: pulumi.Input<string> }
  | { readonly userCustomField: pulumi.Input<string> }
  | { readonly groupCustomField: pulumi.Input<string> };

/** A holder as resources take it. */
export function toHolderInput(holder: Holder): HolderInput {
  return formatHolder(holder);
}
