import yoctoSpinner from "yocto-spinner";

/**
 * Does work while the terminal says what is going on; says nothing where stderr is no terminal.
 * @param what is being done, as in "asking the site".
 */
export async function withProgress<T>(what: string, work: () => Promise<T>): Promise<T> {
  if (!process.stderr.isTTY) return work();
  const spinner = yoctoSpinner({ text: what }).start();
  try {
    return await work();
  } finally {
    spinner.stop();
  }
}
