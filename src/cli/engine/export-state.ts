import { z } from "zod";
import type { ResourceName } from "../../model/drift.js";
import type { Owner } from "../../model/ownership.js";
import { askPulumi } from "./run-pulumi.js";
import { ownerIn, resourceIn } from "./urn.js";

const properties = z.record(z.string(), z.unknown());
const deployment = z.object({
  deployment: z
    .object({
      resources: z
        .array(
          z.object({
            urn: z.string(),
            id: z.string().optional(),
            delete: z.boolean().default(false),
            inputs: properties.default({}),
            outputs: properties.default({}),
          }),
        )
        .default([]),
    })
    .default({ resources: [] }),
});

/** A resource of this package as a stack's state keeps it. */
export interface StateResource extends ResourceName {
  readonly id: string;
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly outputs: Readonly<Record<string, unknown>>;
}

/** A stack's state, as far as it is about this package. */
export interface State {
  /** The mark of the stack; `/` as long as nothing was applied. */
  readonly owner: Owner;
  readonly resources: readonly StateResource[];
}

/**
 * The resources of this package in a stack's state; asks no provider.
 * @throws EngineError when there is no such stack, or no Pulumi CLI.
 */
export async function exportState(stack: string): Promise<State> {
  const exported = deployment.parse(JSON.parse(await askPulumi("stack", "export", "--stack", stack)));
  const { resources } = exported.deployment;
  return {
    owner: ownerIn(resources[0]?.urn ?? ""),
    resources: resources.flatMap(({ urn, delete: isGoing, id = "", inputs: { __provider: _, ...inputs }, outputs }) => {
      const resource = resourceIn(urn);
      return resource === undefined || isGoing ? [] : [{ ...resource, id, inputs, outputs }];
    }),
  };
}
