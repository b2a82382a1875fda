import type { DesiredAccess } from "../../src/model/desired-access.js";
import { declareStack } from "../../src/resources/stack/declare-stack.js";
import { registeredBy } from "../resources/registered.js";
import type { Declared } from "./stack-step.js";

/**
 * The resources that a stack declares, for the stand-in for the engine; the owner is `acme/test`. Each waits for those
 * declared before it, so that one run goes through them in the order of the program.
 */
export async function declaredBy(desired: DesiredAccess): Promise<readonly Declared[]> {
  const registered = await registeredBy(() => declareStack(desired));
  return registered.map(({ type, name, inputs: { __provider: _, ...inputs } }) => ({
    kind: type.replace("pulumi-nodejs:dynamic/jira:", ""),
    name,
    inputs,
    dependsOn: [],
  }));
}
