import type * as pulumi from "@pulumi/pulumi";
import type { DesiredIntegrationUser } from "../../model/desired-access.js";
import { AccessProof } from "../access-proof.js";
import { proofArgs, proofName } from "./stack-args.js";

/** Declares the stack's one proof, where it has integration users; after all that decides what they may do. */
export function declareProof(users: readonly DesiredIntegrationUser[], dependsOn: pulumi.Resource[]): void {
  if (users.length === 0) return;
  new AccessProof(proofName, proofArgs(users), { dependsOn });
}
