import type { DynamicProvider } from "./define-provider.js";
import { createProviders, providerOf } from "./providers.js";

// The engine starts a process for each run, so one set is right for its whole life.
const providers = createProviders();

/**
 * The provider of a kind. Every state ever written calls this function by this name: it may grow, but never change.
 * @throws Error when the state was written by a version that knew more kinds.
 */
export function provider(kind: string): DynamicProvider {
  return providerOf(providers, kind);
}
