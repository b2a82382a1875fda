import { isDeepStrictEqual } from "node:util";
import type { DynamicProvider } from "../../src/provider/define-provider.js";
import { stub } from "./engine.js";

/** Inputs or outputs. */
export type Properties = Record<string, unknown>;
/** The provider of a kind. */
export type Open = (kind: string) => Promise<DynamicProvider>;

/** A resource as a program declares it. */
export interface Declared {
  readonly kind: string;
  readonly name: string;
  readonly inputs: Properties;
  /** The `kind::name` of those that have to be there before it. */
  readonly dependsOn: readonly string[];
}

/** A resource as the state keeps it; one that was replaced waits there until it is deleted. */
export interface Kept extends Declared {
  readonly id: string;
  readonly outputs: Properties;
  readonly unfinished?: boolean;
  readonly replaced?: boolean;
}

/** The text that tells a resource from all others of its stack. */
export function urnOf({ kind, name }: Pick<Declared, "kind" | "name">): string {
  return `${kind}::${name}`;
}

/** What an `up` has to do about a resource. */
export interface Step {
  readonly action: "create" | "update" | "replace" | "same";
  readonly kept: Kept | undefined;
  /** With the inputs as `check` left them. */
  readonly declared: Declared;
}

/** A resource as the site has it now; nothing where it is gone. */
export async function readOne(open: Open, one: Kept): Promise<Kept[]> {
  const provider = await open(one.kind);
  const found = await provider.read(one.id, one.outputs);
  if (found.id === undefined) return [];
  const { unfinished, ...rest } = one;
  const inputs = { ...(found.inputs ?? one.inputs) };
  const outputs = withStub(found.props);
  await provider.diff(found.id, outputs, withStub(inputs));
  return [{ ...rest, id: found.id, inputs, outputs }];
}

/** What differs between the state and what is declared. */
export async function plan(open: Open, one: Declared, state: readonly Kept[]): Promise<Step> {
  const kept = state.find((other) => urnOf(other) === urnOf(one) && !other.replaced);
  const provider = await open(one.kind);
  const { inputs, failures } = await provider.check(withStub(kept?.inputs), withStub(one.inputs));
  if (failures.length > 0) throw new Error(`${urnOf(one)} is not valid: ${JSON.stringify(failures)}`);
  const declared = { ...one, inputs: JSON.parse(JSON.stringify({ ...inputs, [stubKey]: undefined })) };
  if (kept === undefined) return { action: "create", kept, declared };
  const { replaces = [] } = await provider.diff(kept.id, kept.outputs, withStub(declared.inputs));
  if (isDeepStrictEqual(kept.inputs, declared.inputs) && !kept.unfinished) return { action: "same", kept, declared };
  if (replaces.length === 0) return { action: "update", kept, declared };
  await provider.check({}, withStub(one.inputs));
  return { action: "replace", kept, declared };
}

const stubKey = "__provider";

/** Properties with the stub that states hold. */
export function withStub(properties: Properties | undefined): Properties {
  return { ...properties, [stubKey]: stub };
}
