/** An object that exists on the site but could not be made as declared; its outputs belong into the state. */
export class Unfinished<Outputs extends object> extends Error {
  override readonly name = "Unfinished";
  readonly id: string;
  readonly outputs: Outputs;

  constructor(id: string, outputs: Outputs, reason: unknown) {
    super(reason instanceof Error ? reason.message : String(reason));
    this.id = id;
    this.outputs = outputs;
  }
}

/**
 * Makes an object that exists as it is declared to be.
 * @returns what `create` answers.
 * @throws Unfinished, with what was to be, when the work fails.
 */
export async function finish<Outputs extends object>(id: string, outputs: Outputs, work: () => Promise<unknown>) {
  try {
    await work();
  } catch (error) {
    throw new Unfinished(id, outputs, error);
  }
  return { id, outputs };
}
