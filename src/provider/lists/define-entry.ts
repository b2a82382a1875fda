import type { Checked, Handler, Session } from "../handler.js";
import { ensure } from "../writes/ensure.js";
import { inTurn } from "../writes/in-turn.js";
import { deleteOrLook, isUncertain } from "../writes/lost-answer.js";
import { Unfinished } from "../writes/unfinished.js";

/** One kind of entry in a list of the site: the ids that tell it from all others, and how to see and change it. */
export interface Entry<Inputs extends object, Target extends object> {
  /** Takes from its argument the inputs only, so that outputs may be given too. */
  check(inputs: Readonly<Record<string, unknown>>): Checked<Inputs>;
  /** @throws JiraError of kind `not-found` when a name stands for nothing. */
  resolve(session: Session, inputs: Inputs): Promise<Target>;
  /** A text that no other entry of any kind has. */
  key(target: Target): string;
  /** Remembers more than the entry itself about one that is declared as it is. */
  hold?(session: Session, target: Target): void;
  /** Whether it names a role or group that a stack made, so that it was not there before the stack. */
  isOfStack(session: Session, target: Target): Promise<boolean>;
  /** A text that the list which it is in has, and no other; asserted where a resource holds the whole list. */
  listKey(target: Target): string;
  /** Whether something greater than its list is held whole; never unless said. */
  isHeldByMore?(session: Session, target: Target): boolean;
  /** Whether the entry is in its list; not so where the list itself is gone. */
  isThere(session: Session, target: Target): Promise<boolean>;
  /** Has the next `isThere` read anew. */
  forget(session: Session, target: Target): void;
  add(session: Session, target: Target, inputs: Inputs): Promise<void>;
  remove(session: Session, target: Target): Promise<void>;
}

/** What the state keeps of an entry. */
export type EntryOutputs<Inputs, Target> = Inputs & {
  readonly target: Target;
  /** Whether it was there before its resource came, and therefore stays when that goes. */
  readonly existed: boolean;
  /** The key of another entry that was to take its place, and has come about, or may have without being seen. */
  readonly tried?: string;
};

/** The handler of a kind of single entries: adds what is missing, takes away only what it added. */
export function defineEntry<Inputs extends object, Target extends object>(
  entry: Entry<Inputs, Target>,
): Handler<Inputs, EntryOutputs<Inputs, Target>> {
  const isThereNow = (session: Session, target: Target) => {
    entry.forget(session, target);
    return entry.isThere(session, target);
  };
  /** Has the entry in its list, and tells whether it was there; `unseen` is thrown where it may have come about unseen. */
  const put = (
    session: Session,
    target: Target,
    inputs: Inputs,
    unseen: (error: unknown) => unknown,
  ): Promise<boolean> => {
    session.asserted.add(entry.key(target));
    return inTurn(session, entry.key(target), async () => {
      if (await entry.isThere(session, target)) return true;
      return ensure(
        () => entry.add(session, target, inputs),
        () => isThereNow(session, target),
      ).catch((error) => {
        throw isUncertain(error) ? unseen(error) : error;
      });
    });
  };
  const isHeld = (session: Session, target: Target) =>
    [entry.key(target), entry.listKey(target)].some((key) => session.asserted.has(key)) ||
    entry.isHeldByMore?.(session, target) === true;
  const putAndTell = async (...[session, target, inputs, unseen]: Parameters<typeof put>): Promise<boolean> => {
    const wasThere = (await put(session, target, inputs, unseen)) && !(await entry.isOfStack(session, target));
    return session.before.get(entry.key(target)) ?? wasThere;
  };
  const handler: Handler<Inputs, EntryOutputs<Inputs, Target>> = {
    check: (raw) => entry.check(raw),

    hold(session, { target }) {
      session.asserted.add(entry.key(target));
      entry.hold?.(session, target);
    },

    async create(session, inputs) {
      const target = await entry.resolve(session, inputs);
      const id = entry.key(target);
      // A later run would take what came about unseen for something of before.
      const existed = await putAndTell(session, target, inputs, (error) => {
        return new Unfinished(id, { ...inputs, target, existed: session.before.get(id) ?? false }, error);
      });
      return { id, outputs: { ...inputs, target, existed } };
    },

    async read(session, outputs) {
      if (!(await entry.isThere(session, outputs.target))) return undefined;
      session.before.set(entry.key(outputs.target), outputs.existed);
      return { inputs: entry.check({ ...outputs }).inputs, outputs };
    },

    async update(session, before, inputs) {
      const target = await entry.resolve(session, inputs);
      const key = entry.key(target);
      if (key === entry.key(before.target)) {
        await put(session, target, inputs, (error) => error);
        return { ...inputs, target, existed: before.existed };
      }
      if (before.tried === key) session.before.set(key, false);
      const unfinished = (error: unknown) => new Unfinished(key, { ...before, tried: key }, error);
      const existed = await putAndTell(session, target, inputs, unfinished);
      await handler.delete(session, before).catch((error) => {
        throw existed ? error : unfinished(error);
      });
      return { ...inputs, target, existed };
    },

    delete: (session, { target, existed }) =>
      inTurn(session, entry.listKey(target), () =>
        inTurn(session, entry.key(target), async () => {
          if (existed || isHeld(session, target) || !(await entry.isThere(session, target))) return;
          await deleteOrLook(
            () => entry.remove(session, target),
            () => isThereNow(session, target),
          );
        }),
      ),
  };
  return handler;
}
