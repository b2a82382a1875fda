import type { Origin } from "./desired-access.js";

/** The inputs of a resource, as its provider keeps them. */
export type Inputs = Readonly<Record<string, unknown>>;

/** Which resource of a stack: its kind and its name there. */
export interface ResourceName {
  readonly kind: string;
  readonly name: string;
}

/** A resource of a stack at three moments; each is absent where there is no such resource. */
export interface TrackedResource extends ResourceName {
  /** As the stack file asks for it. */
  readonly declared?: Inputs;
  /** As the last run left it. */
  readonly applied?: Inputs;
  /** As the site has it now. */
  readonly seen?: Inputs;
  /** Where the stack file declares it. */
  readonly origin?: Origin;
}

/** One entry of a resource that differs; a side is absent where it lacks the entry. */
export interface EntryChange {
  readonly path: readonly string[];
  readonly from?: unknown;
  readonly to?: unknown;
}

/**
 * How a site, a stack's state and its file have parted: somebody changed the site; the file says what no run has applied
 * yet; an account can do what no declaration gives it.
 */
type DriftCategory = "changed-outside" | "not-applied" | "effective-access";

/** One difference. Without `change` the whole resource is concerned: made, deleted, or to be. */
export interface Drift {
  readonly category: DriftCategory;
  readonly resource: ResourceName;
  readonly origin?: Origin;
  readonly change?: EntryChange;
  readonly whole?: "appears" | "goes";
  /** Whether the change on the site may give somebody something; such a drift is never muted. */
  readonly gains: boolean;
}
