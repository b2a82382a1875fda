import { isDeepStrictEqual } from "node:util";
import { expect, vi } from "vitest";
import type { DynamicProvider } from "../../src/provider/define-provider.js";
import { createProviders, type Kind } from "../../src/provider/providers.js";
import type { TestSite } from "../emulator/site.js";

type Properties = Record<string, unknown>;

/** A resource as the engine keeps it in its state. */
interface Kept {
  readonly id: string;
  readonly inputs: Properties;
  readonly outputs: Properties;
  /** Whether the provider said that the object exists but is not as declared. */
  readonly unfinished?: boolean;
}

/** What an `up` did to the resource. */
type Step = "create" | "update" | "replace" | "same";

/** One resource of a stack on the way through several runs of the engine, each with a provider process of its own. */
export interface Resource {
  /** What the state holds; undefined when the resource is not in it. */
  readonly kept: () => Kept | undefined;
  /** Changes what the state holds. */
  readonly rewrite: (change: (text: string) => string) => void;
  /** Goes on with another site. */
  readonly moveTo: (site: Pick<TestSite, "url">) => void;
  /** Reads the site, checks the inputs, compares, and writes what differs. */
  readonly up: (inputs: Properties) => Promise<Step>;
  /** Reads the site into the state; gives the inputs as the site has them, or undefined when the object is gone. */
  readonly refresh: () => Promise<Properties | undefined>;
  /** Updates the object to what the state holds already. */
  readonly updateToSame: () => Promise<void>;
  readonly destroy: () => Promise<void>;
}

/** Stands in `__provider` where states have the stub's text. */
export const stub = "the stub";

const settingsOf = { "jira:email": "admin@acme.example", "jira:apiToken": "emulator-admin-token" };

/** The providers of a process that has just started, with the credentials of the site's administrator. */
export async function startProcess(
  site: Pick<TestSite, "url">,
  settings: Readonly<Record<string, string>> = settingsOf,
): Promise<(kind: string) => Promise<DynamicProvider>> {
  for (const name of Object.keys(process.env)) if (name.startsWith("JIRA_")) vi.stubEnv(name, undefined);
  const providers = createProviders();
  const config = new Map(Object.entries({ "jira:url": site.url, ...settings }));
  return async (kind) => {
    const one: DynamicProvider = providers[kind as Kind];
    await one.configure({ config: { get: (key) => config.get(key) } });
    return one;
  };
}

/** A resource that is not in the state yet. */
export function declareResource(firstSite: Pick<TestSite, "url">, kind: string): Resource {
  let site = firstSite;
  let kept: Kept | undefined;
  const open = async () => (await startProcess(site))(kind);

  const refresh = async (provider: DynamicProvider): Promise<Properties | undefined> => {
    if (kept === undefined) return undefined;
    const found = await provider.read(kept.id, kept.outputs);
    if (found.id === undefined) {
      kept = undefined;
      return undefined;
    }
    kept = { id: found.id, inputs: { ...(found.inputs ?? kept.inputs) }, outputs: withStub(found.props) };
    return found.inputs;
  };

  const keepWhatExists = (inputs: Properties) => (error: unknown) => {
    const { id, properties } = error as { id?: string; properties?: Properties };
    if (id !== undefined) kept = { id: kept?.id ?? id, inputs, outputs: { ...properties }, unfinished: true };
    throw error;
  };

  const create = async (provider: DynamicProvider, inputs: Properties): Promise<void> => {
    const { id, outs } = await provider.create(withStub(inputs)).catch(keepWhatExists(inputs));
    kept = { id, inputs, outputs: withStub(outs) };
  };

  const replace = async (provider: DynamicProvider, old: Kept, inputs: Properties): Promise<Step> => {
    await create(provider, inputs);
    await provider.delete(old.id, old.outputs);
    return "replace";
  };

  return {
    kept: () => kept,
    rewrite(change) {
      kept = JSON.parse(change(JSON.stringify(kept)));
    },
    async refresh() {
      return refresh(await open());
    },
    async up(raw) {
      const provider = await open();
      await refresh(provider);
      const { inputs, failures } = await provider.check(withStub(kept?.inputs), withStub(raw));
      expect(failures).toEqual([]);
      if (kept === undefined) {
        await create(provider, inputs);
        return "create";
      }
      if (isDeepStrictEqual(kept.inputs, inputs) && !kept.unfinished) return "same";
      const { replaces = [] } = await provider.diff(kept.id, kept.outputs, withStub(inputs));
      if (replaces.length > 0) return replace(provider, kept, inputs);
      const { outs } = await provider.update(kept.id, kept.outputs, withStub(inputs)).catch(keepWhatExists(inputs));
      kept = { id: kept.id, inputs, outputs: withStub(outs) };
      return "update";
    },
    moveTo(other) {
      site = other;
    },
    async updateToSame() {
      const { id, inputs, outputs } = required(kept);
      await (await open()).update(id, outputs, withStub(inputs));
    },
    async destroy() {
      const { id, outputs } = required(kept);
      await (await open()).delete(id, outputs);
    },
  };
}

function required(kept: Kept | undefined): Kept {
  if (kept === undefined) throw new Error("the resource is not in the state");
  return kept;
}

function withStub(properties: Properties | undefined): Properties {
  return { ...properties, __provider: stub };
}
