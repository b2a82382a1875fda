import type { DynamicProvider } from "./define-provider.js";
import { createProviders, type Kind } from "./providers.js";

// The engine starts a process for each run, so one set is right for its whole life.
const providers = createProviders();

/**
 * The provider of a kind. Every state ever written calls this function by this name: it may grow, but never change.
 * @throws Error when the state was written by a version that knew more kinds.
 */
export function provider(kind: string): DynamicProvider {
  if (!Object.hasOwn(providers, kind)) {
    throw new Error(`this version of pulumi-jira-access has no resource ${kind}; the state was written by a newer one`);
  }
  return providers[kind as Kind];
}
