import { JiraError } from "../../errors.js";
import { type Owner, readDescription } from "../../model/ownership.js";

/**
 * Writes; where the write fails although it may have had its effect, looks, and never writes blindly again.
 * @param look reads the site anew and gives what the write was for, or undefined where that is not there.
 * @throws the write's own error when it had no effect.
 */
export async function writeOrLook<T>(write: () => Promise<T>, look: () => Promise<T | undefined>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    const found = isUncertain(error) ? await look().catch(() => undefined) : undefined;
    if (found === undefined) throw error;
    return found;
  }
}

/**
 * Creates an object; where the answer is lost, looks whether the object came about.
 * @param find reads the site anew and gives the object of the wanted name.
 * @throws JiraError when the object was not created.
 */
export function createOrFind<T extends { readonly description: string }>(
  create: () => Promise<T>,
  find: () => Promise<T | undefined>,
  owner: Owner,
): Promise<T> {
  return writeOrLook(create, async () => {
    const found = await find();
    return found !== undefined && readDescription(found.description).owner === owner ? found : undefined;
  });
}

/**
 * Deletes; a failure counts for nothing where the object is gone all the same.
 * @param isThere reads the site anew.
 */
export async function deleteOrLook(remove: () => Promise<void>, isThere: () => Promise<boolean>): Promise<void> {
  await writeOrLook<"gone">(
    () => remove().then(() => "gone"),
    async () => ((await isThere()) ? undefined : "gone"),
  );
}

/**
 * Whether a failed write may have had its effect. A refusal may have had it too: where a request was repeated, Jira
 * refuses the second because the first was heard.
 */
export function isUncertain(error: unknown): boolean {
  return error instanceof JiraError && !["credentials", "forbidden", "rate-limited", "refused"].includes(error.kind);
}
