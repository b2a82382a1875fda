import { z } from "zod";
import type { TemporaryProject } from "../infra/trial/engine.js";

/** How much a state holds. */
export interface StateWeight {
  readonly resources: number;
  /** Of the resources as JSON without white space. */
  readonly stateBytes: number;
  /** How long the engine takes to give the state away. */
  readonly exportSeconds: number;
}

const exported = z.object({ deployment: z.object({ resources: z.array(z.unknown()) }) });

/** Has the engine export a stack's state and weighs it. */
export async function weighState(project: TemporaryProject): Promise<StateWeight> {
  const { stdout, seconds } = await project.pulumi("stack", "export");
  const { resources } = exported.parse(JSON.parse(stdout)).deployment;
  const stateBytes = Buffer.byteLength(JSON.stringify(resources));
  return { resources: resources.length, stateBytes, exportSeconds: seconds };
}
