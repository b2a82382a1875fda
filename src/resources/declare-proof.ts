import type * as pulumi from "@pulumi/pulumi";
import type { DesiredIntegrationUser } from "../model/desired-access.js";
import { AccessProof, type ProvenAccountArgs } from "./access-proof.js";

/** Declares the stack's one proof, where it has integration users; after all that decides what they may do. */
export function declareProof(users: readonly DesiredIntegrationUser[], dependsOn: pulumi.Resource[]): void {
  if (users.length === 0) return;
  const accounts = Object.fromEntries(users.map((user) => [user.key, toArgs(user)]));
  new AccessProof("access", { accounts }, { dependsOn });
}

function toArgs({ account, projects, permissions, tolerate, elsewhere }: DesiredIntegrationUser): ProvenAccountArgs {
  return { account, projects, permissions, tolerate, elsewhere };
}
