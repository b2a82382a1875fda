import type { DesiredAccess } from "../../model/desired-access.js";
import type { Inputs, TrackedResource } from "../../model/drift.js";
import type { Owner } from "../../model/ownership.js";
import { type Providers, providerOf } from "../../provider/providers.js";
import { type PlannedResource, planStack } from "../../resources/stack/plan-stack.js";
import type { StateResource } from "../engine/export-state.js";

/** Each resource that the state or the file knows, as the file asks for it, as the state has it, and as the site has it. */
export async function trackResources(
  providers: Providers,
  state: readonly StateResource[],
  desired: DesiredAccess,
  owner: Owner,
): Promise<readonly TrackedResource[]> {
  const [seen, planned] = await Promise.all([
    Promise.all(state.map((one) => readResource(providers, one))),
    Promise.all(planStack(desired, owner).map(async (plan) => ({ ...plan, declared: await checked(providers, plan) }))),
  ]);
  const plans = new Map(
    planned.flatMap((plan) => namesOf(plan).map((name) => [keyOf(plan.kind, name), plan] as const)),
  );
  const kept = state.map((one, index): TrackedResource => {
    const plan = plans.get(keyOf(one.kind, one.name));
    const now = seen[index];
    return {
      kind: one.kind,
      name: one.name,
      applied: one.inputs,
      ...(now && { seen: now }),
      ...(plan && { declared: plan.declared, origin: plan.origin }),
    };
  });
  const known = new Set(state.map(({ kind, name }) => keyOf(kind, name)));
  const fresh = planned.filter((plan) => !namesOf(plan).some((name) => known.has(keyOf(plan.kind, name))));
  return [...kept, ...fresh.map(({ kind, name, origin, declared }) => ({ kind, name, origin, declared }))];
}

/** The name that a resource has, and the one that it had. */
function namesOf({ name, formerly }: PlannedResource): readonly string[] {
  return formerly === undefined ? [name] : [formerly, name];
}

function keyOf(kind: string, name: string): string {
  return `${kind}::${name}`;
}

async function readResource(providers: Providers, { kind, id, outputs }: StateResource): Promise<Inputs | undefined> {
  const found = await providerOf(providers, kind).read(id, { ...outputs });
  return found.id === undefined ? undefined : found.inputs;
}

/** The inputs as the provider keeps them; what is undefined is not kept. */
async function checked(providers: Providers, { kind, inputs }: PlannedResource): Promise<Inputs> {
  const { inputs: kept } = await providerOf(providers, kind).check({}, { ...inputs });
  return JSON.parse(JSON.stringify(kept));
}
