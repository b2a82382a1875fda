import type { Drift, EntryChange, Inputs, ResourceName, TrackedResource } from "../../model/drift.js";
import { compareInputs, valueAt } from "./compare-inputs.js";

/** Inputs that say what the site really gives instead of what it holds; they are declared empty. */
const findings = "findings";

/** Inputs of this project's own, which no site has. */
const ownInputs = new Set(["owner", "adopt", "deleteAdopted", "allow", "swapWith", "strict", "removeOnDestroy"]);

/** Entries that give nobody anything, whatever they become. */
const harmless = new Set(["description", "name"]);

/**
 * How a site, a stack's state and its file have parted. A change on the site that makes it what the file says is none,
 * for nothing is left to do about it.
 */
export function findDrift(resources: readonly TrackedResource[]): readonly Drift[] {
  return resources.flatMap((resource) => [...changedOutside(resource), ...notApplied(resource)]);
}

function changedOutside(resource: TrackedResource): Drift[] {
  const { declared, applied, seen } = resource;
  if (applied === undefined) return [];
  if (seen === undefined) {
    return declared === undefined ? [] : [{ ...base(resource, "changed-outside"), whole: "goes", gains: false }];
  }
  const changes = compareInputs(applied, seen).filter(({ path, to }) => !isAt(declared, path, to));
  return [
    ...changes
      .filter(({ path }) => path[0] !== findings)
      .map((change) => ({ ...base(resource, "changed-outside"), change, gains: isGain(change) })),
    ...entriesOf(seen, findings).map((change) => ({
      ...base(resource, "effective-access"),
      change,
      gains: !`${change.to}`.startsWith("missing"),
    })),
  ];
}

function notApplied(resource: TrackedResource): Drift[] {
  const { declared, applied, seen } = resource;
  const item = base(resource, "not-applied");
  if (applied === undefined) return declared === undefined ? [] : [{ ...item, whole: "appears", gains: false }];
  if (seen === undefined) return [];
  if (declared === undefined) return [{ ...item, whole: "goes", gains: false }];
  return compareInputs(applied, declared)
    .filter(({ path, to }) => path[0] !== findings && (ownInputs.has(`${path[0]}`) || !isAt(seen, path, to)))
    .map((change) => ({ ...item, change, gains: false }));
}

function base({ kind, name, origin }: TrackedResource, category: Drift["category"]) {
  const resource: ResourceName = { kind, name };
  return { category, resource, ...(origin && { origin }) };
}

function isAt(inputs: Inputs | undefined, path: readonly string[], value: unknown): boolean {
  return inputs !== undefined && JSON.stringify(valueAt(inputs, path)) === JSON.stringify(value);
}

function isGain({ path, to }: EntryChange): boolean {
  return to !== undefined && !harmless.has(`${path[0]}`);
}

function entriesOf(inputs: Inputs, property: string): readonly EntryChange[] {
  return compareInputs({}, { [property]: inputs[property] ?? {} });
}
