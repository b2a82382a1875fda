import yoctoSpinner from "yocto-spinner";

/**
 * Does work while the terminal says what is going on; says nothing where stderr is no terminal.
 * @param what is being done, as in "asking the site".
 * @param work may say how far it is, as in "3 of 5".
 */
export async function withProgress<T>(what: string, work: (say: (howFar: string) => void) => Promise<T>): Promise<T> {
  if (!process.stderr.isTTY) return work(() => {});
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
