import yoctoSpinner from "yocto-spinner";
import { progressForm } from "./dialogue.js";
import { printAside } from "./print-out.js";

/** What the terminal says to be going on. */
interface Shown {
  answers: number;
  readonly refresh: () => void;
}

let shown: Shown | undefined;

/** Work that may say how far it is, as in "3 of 5". */
type Work<T> = (say: (howFar: string) => void) => T | Promise<T>;

/**
 * Does work while the terminal says what is going on; says nothing where stderr is no terminal, nor inside other work
 * that says so already.
 * @param what is being done, as in "asking the site".
 */
export async function withProgress<T>(what: string, work: Work<T>): Promise<T> {
  const form = progressForm();
  if (form === "none" || shown !== undefined) return work(() => {});
  try {
    if (form === "live") return await workUnderSpinner(what, work);
    shown = { answers: 0, refresh: () => {} };
    announce(what);
    return await work(() => {});
  } finally {
    shown = undefined;
  }
}

/** Has what is shown, if anything is, say that the site gave one more answer. */
export function countAnswer(): void {
  if (shown === undefined) return;
  shown.answers += 1;
  shown.refresh();
}

/** Says at a terminal what begins now and will have the terminal for itself, so that nothing can be shown on the way. */
export function announce(what: string): void {
  if (progressForm() !== "none") printAside(`${what} …`);
}

async function workUnderSpinner<T>(what: string, work: Work<T>): Promise<T> {
  const spinner = yoctoSpinner({ text: what }).start();
  let place = what;
  const refresh = () => {
    const { answers = 0 } = shown ?? {};
    spinner.text = answers === 0 ? place : `${place} (answers: ${answers})`;
  };
  shown = { answers: 0, refresh };
  try {
    return await work((howFar) => {
      place = `${what}: ${howFar}`;
      refresh();
    });
  } finally {
    spinner.stop();
  }
}
