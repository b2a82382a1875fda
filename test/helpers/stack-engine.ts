import type { TestSite } from "../emulator/site.js";
import { startProcess } from "./engine.js";
import { logCalls } from "./log-calls.js";
import {
  type Declared,
  type Kept,
  type Open,
  type Properties,
  plan,
  readOne,
  type Step,
  urnOf,
  withStub,
} from "./stack-step.js";

/** How one run goes. */
interface RunOptions {
  /** Whether resources that do not wait for each other are written at once. */
  readonly atOnce?: boolean;
  /** Whether the engine dies with the first call that throws, so that what the call says is lost. */
  readonly dies?: boolean;
}

/** A stack on the way through several runs, each with a provider process of its own. */
export interface StackEngine {
  /** Reads the site without keeping it, and tells what an `up` would do. */
  readonly preview: (declared: readonly Declared[]) => Promise<readonly string[]>;
  /** Reads the site into the state, then creates and updates in order, then deletes in reverse; stops at a throw. */
  readonly up: (declared: readonly Declared[], options?: RunOptions) => Promise<void>;
  readonly destroy: (options?: RunOptions) => Promise<void>;
  /** What is in the state, as `kind::name`. */
  readonly kept: () => readonly string[];
}

/**
 * A stack of which nothing is in the state yet.
 * @param callLog a file to note each call of a provider in.
 */
export function startStack(site: Pick<TestSite, "url">, callLog?: string): StackEngine {
  const startRun = async (): Promise<Open> => {
    const open = await startProcess(site);
    return callLog === undefined ? open : async (kind) => logCalls(callLog, kind, await open(kind));
  };
  let state = "[]";
  const load = (): readonly Kept[] => JSON.parse(state);
  const save = (kept: readonly Kept[]): void => {
    state = JSON.stringify(kept);
  };
  const keep = (one: Kept): void => save([...load().filter((other) => !isSame(other, one)), one]);
  const drop = (one: Kept): void => save(load().filter((other) => !isSame(other, one)));

  const refresh = async (open: Open): Promise<void> => {
    const read = await Promise.all(load().map((one) => readOne(open, one)));
    save(read.flat());
  };

  const write = async (open: Open, step: Step, dies: boolean): Promise<void> => {
    const { kept, declared, action } = step;
    if (action === "same") return keep({ ...(kept as Kept), dependsOn: declared.dependsOn });
    const provider = await open(declared.kind);
    const inputs = withStub(declared.inputs);
    try {
      if (kept !== undefined && action === "update") {
        const { outs } = await provider.update(kept.id, kept.outputs, inputs);
        return keep({ ...declared, id: kept.id, outputs: withStub(outs) });
      }
      const { id, outs } = await provider.create(inputs);
      if (kept !== undefined) keep({ ...kept, replaced: true });
      keep({ ...declared, id, outputs: withStub(outs) });
    } catch (error) {
      const { id, properties } = error as { id?: string; properties?: Properties };
      if (id !== undefined && properties !== undefined && !dies) {
        if (kept !== undefined && action === "replace") keep({ ...kept, replaced: true });
        keep({ ...declared, id: action === "update" && kept ? kept.id : id, outputs: properties, unfinished: true });
      }
      throw error;
    }
  };

  const remove = async (open: Open, leaving: readonly Kept[], { atOnce = false }: RunOptions): Promise<void> => {
    const later = leaving.filter((one) => leaving.some(({ dependsOn }) => dependsOn.includes(urnOf(one))));
    const now = leaving.filter((one) => !later.includes(one));
    await each(now.reverse(), atOnce, async (one) => {
      await (await open(one.kind)).delete(one.id, one.outputs);
      drop(one);
    });
    if (later.length > 0) await remove(open, later, { atOnce });
  };

  return {
    kept: () => load().map(urnOf),
    async preview(declared) {
      const before = state;
      const open = await startRun();
      await refresh(open);
      const steps = await Promise.all(declared.map((one) => plan(open, one, load())));
      const gone = load().filter((one) => one.replaced || !declared.some((other) => urnOf(other) === urnOf(one)));
      state = before;
      return [
        ...steps.flatMap(({ action, declared: one }) => (action === "same" ? [] : `${action} ${urnOf(one)}`)),
        ...gone.map((one) => `delete ${urnOf(one)}`),
      ];
    },
    async up(declared, options = {}) {
      const open = await startRun();
      await refresh(open);
      for (let done: string[] = []; done.length < declared.length; ) {
        const ready = declared.filter(
          (one) => !done.includes(urnOf(one)) && one.dependsOn.every((urn) => done.includes(urn)),
        );
        if (ready.length === 0) throw new Error("the resources wait for each other");
        await each(ready, options.atOnce ?? false, async (one) => {
          await write(open, await plan(open, one, load()), options.dies ?? false);
        });
        done = [...done, ...ready.map(urnOf)];
      }
      const wanted = new Set(declared.map(urnOf));
      await remove(
        open,
        load().filter((one) => one.replaced || !wanted.has(urnOf(one))),
        options,
      );
    },
    async destroy(options = {}) {
      const open = await startRun();
      await refresh(open);
      await remove(open, load(), options);
    },
  };
}

async function each<T>(items: readonly T[], atOnce: boolean, work: (item: T) => Promise<void>): Promise<void> {
  if (!atOnce) for (const item of items) await work(item);
  else {
    const failed = (await Promise.allSettled(items.map(work))).find(({ status }) => status === "rejected");
    if (failed?.status === "rejected") throw failed.reason;
  }
}

function isSame(a: Kept, b: Kept): boolean {
  return urnOf(a) === urnOf(b) && a.replaced === b.replaced && (!a.replaced || a.id === b.id);
}
