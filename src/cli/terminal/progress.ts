import yoctoSpinner from "yocto-spinner";
import { progressForm } from "./dialogue.js";
import { printAside } from "./print-out.js";

let isShown = false;

/**
 * Does work while the terminal says what is going on; says nothing where stderr is no terminal, nor inside other work
 * that says so already.
 * @param what is being done, as in "asking the site".
 * @param work may say how far it is, as in "3 of 5".
 */
export async function withProgress<T>(
  what: string,
  work: (say: (howFar: string) => void) => T | Promise<T>,
): Promise<T> {
  const form = progressForm();
  if (form === "none" || isShown) return work(() => {});
  isShown = true;
  try {
    if (form === "live") return await workUnderSpinner(what, work);
    announce(what);
    return await work(() => {});
  } finally {
    isShown = false;
  }
}

/** Says at a terminal what begins now and will have the terminal for itself, so that nothing can be shown on the way. */
export function announce(what: string): void {
  if (progressForm() !== "none") printAside(`${what} …`);
}

async function workUnderSpinner<T>(what: string, work: (say: (howFar: string) => void) => T | Promise<T>): Promise<T> {
  const spinner = yoctoSpinner({ text: what }).start();
  const say = (howFar: string) => {
    spinner.text = `${what}: ${howFar}`;
  };
  try {
    return await work(say);
  } finally {
    spinner.stop();
  }
}
