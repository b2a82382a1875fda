import { JiraError } from "../errors.js";
import { type Owner, readDescription } from "../model/ownership.js";

/**
 * Creates an object; where the answer is lost, looks whether the object came about and never creates blindly again.
 * @param find reads the site anew and gives the object of the wanted name.
 * @throws JiraError when the object was not created.
 */
export async function createOrFind<T extends { readonly description: string }>(
  create: () => Promise<T>,
  find: () => Promise<T | undefined>,
  owner: Owner,
): Promise<T> {
  try {
    return await create();
  } catch (error) {
    if (!mayHaveHappened(error)) throw error;
    const found = await find();
    if (found === undefined || readDescription(found.description).owner !== owner) throw error;
    return found;
  }
}

function mayHaveHappened(error: unknown): boolean {
  return error instanceof JiraError && ["server", "network", "conflict", "unexpected-answer"].includes(error.kind);
}
