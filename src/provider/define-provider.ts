import { presentable } from "../errors.js";
import type { Handler } from "./handler.js";
import type { Configuration, SessionKeeper } from "./session.js";
import { Unfinished } from "./writes/unfinished.js";

type Properties = Record<string, unknown>;

/** The form in which Pulumi's dynamic-provider server calls a provider. */
export interface DynamicProvider {
  configure(request: { readonly config: Configuration }): Promise<void>;
  check(olds: Properties, news: Properties): Promise<{ inputs: Properties; failures: Properties[] }>;
  diff(id: string, olds: Properties, news: Properties): Promise<{ replaces?: string[] }>;
  create(inputs: Properties): Promise<{ id: string; outs: Properties }>;
  read(id: string, props: Properties): Promise<{ id?: string; props?: Properties; inputs?: Properties }>;
  update(id: string, olds: Properties, news: Properties): Promise<{ outs: Properties }>;
  delete(id: string, props: Properties): Promise<void>;
}

const providerKey = "__provider";

/**
 * The provider of one kind. Leaves the engine to compare properties (so that previews show single grants), and hands it
 * errors that are one sentence, hold no secret and no stack.
 */
export function defineProvider<Inputs extends object, Outputs extends Inputs>(
  handler: Handler<Inputs, Outputs>,
  keeper: SessionKeeper,
): DynamicProvider {
  const declared = new Set<string>();
  const inputsIn = (properties: Properties) => JSON.stringify(handler.check(strip(properties)).inputs);
  return {
    async configure({ config }) {
      keeper.configure(config);
    },
    check: (_, news) =>
      plainly(async () => {
        const { inputs, failures } = handler.check(strip(news));
        declared.add(JSON.stringify(inputs));
        return { inputs: open(inputs), failures: failures.map(open) };
      }),
    diff: (_, olds, news) =>
      plainly(async () => {
        // The engine compares while it refreshes too, when the program has not declared anything yet.
        if (declared.has(inputsIn(olds)) && inputsIn(olds) === inputsIn(news)) {
          handler.hold(keeper.open(), known<Outputs>(olds));
        }
        const replaces = (handler.replaceOn ?? []).filter((name) => olds[name] !== news[name]);
        const stays = replaces.length === 0 || handler.isStill?.(known<Outputs>(olds), known<Inputs>(news));
        return stays ? {} : { replaces };
      }),
    create: (inputs) =>
      plainly(async () => {
        const { id, outputs } = await handler.create(keeper.open(), known<Inputs>(inputs));
        return { id, outs: open(outputs) };
      }, inputs[providerKey]),
    read: (id, props) =>
      plainly(async () => {
        try {
          const session = keeper.open();
          const look = () => handler.read(session, known<Outputs>(props));
          const lookAnew = () => {
            session.directory.forget();
            return look();
          };
          // Reads may be behind the last write: what seems to be gone is looked for a second time.
          const found = (await look()) ?? (await lookAnew());
          return found === undefined ? {} : { id, props: open(found.outputs), inputs: open(found.inputs) };
        } catch (error) {
          if (keeper.isToldAlready(error)) return { id, props: strip(props) };
          throw error;
        }
      }),
    update: (_, olds, news) =>
      plainly(async () => {
        const outs = await handler.update(keeper.open(), known<Outputs>(olds), known<Inputs>(news));
        return { outs: open(outs) };
      }, news[providerKey]),
    delete: (_, props) => plainly(() => handler.delete(keeper.open(), known<Outputs>(props))),
  };
}

async function plainly<T>(work: () => Promise<T>, provider?: unknown): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const plain = new Error(presentable(error instanceof Error ? error.message : String(error)));
    plain.stack = "";
    if (error instanceof Unfinished) {
      const properties = { ...error.outputs, [providerKey]: provider };
      throw Object.assign(plain, { id: error.id, properties, reasons: [plain.message] });
    }
    throw plain;
  }
}

function strip(properties: Properties): Properties {
  const { [providerKey]: _, ...rest } = properties;
  return rest;
}

function open(value: object): Properties {
  return { ...value };
}

/** State holds only what `check` and the handlers of the same kind put there. */
function known<T>(properties: Properties): T {
  return strip(properties) as T;
}
