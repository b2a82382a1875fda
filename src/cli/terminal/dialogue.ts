/** What the options of every verb take from a process that has a terminal. */
interface Restraint {
  /** False with `--no-input`: nothing is asked. */
  readonly input?: boolean;
  /** True with `--json`: programs read, so no progress is shown. */
  readonly json?: boolean;
}

let restraint: Restraint = {};

/** Keeps to what the command line says, for the life of the process. */
export function restrain({ input = true, json = false }: Restraint): void {
  restraint = { input, json };
}

/**
 * Whether somebody can be asked: where both the question and the answer go by a terminal, but never in a pipeline, which
 * sets `CI`, nor with `--no-input`.
 */
export function canAsk(): boolean {
  const isAtTerminal = process.stdin.isTTY && process.stderr.isTTY;
  return isAtTerminal && !isInPipeline() && readsInput();
}

/** Whether a command that this one starts may read what this one is given to read. */
export function readsInput(): boolean {
  return restraint.input !== false;
}

/**
 * How stderr can show what is going on: on a line that is drawn again and again and then wiped away, by lines that stay
 * (on a terminal that moves no cursor, or that a pipeline pretends to have), or not at all.
 */
export function progressForm(): "live" | "lines" | "none" {
  if (!process.stderr.isTTY || restraint.json) return "none";
  return process.env.TERM === "dumb" || isInPipeline() ? "lines" : "live";
}

function isInPipeline(): boolean {
  return process.env.CI !== undefined;
}
