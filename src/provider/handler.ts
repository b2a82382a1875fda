import type { JiraClient } from "../client/create-client.js";
import type { Directory } from "../client/directory.js";
import type { GroupId, SchemeId } from "../model/ids.js";

/** What all handlers of one process share. */
export interface Session {
  readonly client: JiraClient;
  readonly directory: Directory;
  /**
   * Every object that this process wrote or found as declared. Deletions come late in a run, so one that names such an
   * object is the leftover of a renamed resource and must do nothing.
   */
  readonly asserted: Set<string>;
  /** Whether entries of the site's lists were there before the stack, as far as its state told this process. */
  readonly before: Map<string, boolean>;
  /** The groups that this process knows to be made by its stack, for groups carry no mark. */
  readonly ownGroups: Set<GroupId>;
  /** The schemes that this process knows to go with its stack. */
  readonly ownSchemes: Set<SchemeId>;
  /** The last work that was begun on each list and entry of the site; see `inTurn`. */
  readonly turns: Map<string, Promise<unknown>>;
  /** Tells people of something that is no failure. */
  warn(message: string): void;
}

/** An input that cannot be accepted, by the property it stands in. */
export interface CheckFailure {
  readonly property: string;
  readonly reason: string;
}

/** Inputs brought into the form that is kept in state, and what is wrong with them. */
export interface Checked<Inputs> {
  readonly inputs: Inputs;
  readonly failures: readonly CheckFailure[];
}

/** What the engine may ask about one kind of resource. Outputs always hold the inputs too. */
export interface Handler<Inputs extends object, Outputs extends Inputs> {
  /** Brings inputs into the form that is kept and compared; sends no request. */
  check(inputs: Readonly<Record<string, unknown>>): Checked<Inputs>;
  /** The inputs whose change means another object; none unless said. */
  readonly replaceOn?: readonly (keyof Inputs & string)[];
  /** Whether the object is what is asked for although such an input changed; never unless said. */
  isStill?(before: Outputs, inputs: Inputs): boolean;
  /**
   * Remembers what a resource holds that is declared as it is, so that nothing is written for it: leftovers that name
   * the same must do nothing, as after a write. Sends no request.
   */
  hold(session: Session, outputs: Outputs): void;
  /** @throws Unfinished when the object exists but is not yet as declared. */
  create(session: Session, inputs: Inputs): Promise<{ readonly id: string; readonly outputs: Outputs }>;
  /** What the site holds now, or undefined when the object is gone. */
  read(session: Session, outputs: Outputs): Promise<{ readonly inputs: Inputs; readonly outputs: Outputs } | undefined>;
  update(session: Session, before: Outputs, inputs: Inputs): Promise<Outputs>;
  delete(session: Session, outputs: Outputs): Promise<void>;
}
