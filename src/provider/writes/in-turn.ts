import type { Session } from "../handler.js";

/**
 * Does the work when all that was begun before under the same key has ended: resources that do not wait for each other are
 * written at once, and none may act on what another is about to change.
 */
export function inTurn<T>({ turns }: Pick<Session, "turns">, key: string, work: () => Promise<T>): Promise<T> {
  const turn = (turns.get(key) ?? Promise.resolve()).then(work);
  turns.set(
    key,
    turn.catch(() => {}),
  );
  return turn;
}
