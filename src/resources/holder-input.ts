import * as pulumi from "@pulumi/pulumi";

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

/** The one-line form of a holder as a program gives it; known at once where its parts are. */
export function toHolderText(holder: pulumi.Input<HolderInput>): pulumi.Input<string> {
  if (typeof holder === "string") return holder;
  const parts = pulumi.Output.isInstance(holder) ? [undefined] : Object.entries(holder).flat();
  if (parts.every((part) => typeof part === "string")) return parts.join(":");
  return pulumi
    .output(holder)
    .apply((known) => (typeof known === "string" ? known : Object.entries(known).flat().join(":")));
}
