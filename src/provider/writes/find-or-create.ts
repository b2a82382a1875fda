import { JiraError } from "../../errors.js";
import { markDescription, type Owner, readDescription } from "../../model/ownership.js";
import type { InputReader } from "../inputs/read-inputs.js";
import { createOrFind } from "./lost-answer.js";

/** The inputs of an object that carries its stack's mark in its description. */
export interface Marked {
  readonly name: string;
  readonly description: string;
  readonly owner: Owner;
  readonly adopt?: true;
  readonly deleteAdopted?: true;
}

/** Reads these of an object's inputs. */
export function readMarked(input: InputReader): Marked {
  return {
    name: input.text("name"),
    description: input.optionalText("description", ""),
    owner: input.text("owner"),
    ...input.flag("adopt"),
    ...input.flag("deleteAdopted"),
  };
}

/** A description as the site is to hold it; adopted objects get no mark. */
export function storedDescription({ description, owner }: Marked, adopted: boolean): string {
  return adopted ? description : markDescription(description, owner);
}

/**
 * The object of the wanted name: the site's where it may be taken, else a new one with the stack's mark.
 * @param what the kind of object, for messages.
 * @throws JiraError of kind `refused` when it is somebody else's, or whatever creating it throws.
 */
export async function findOrCreate<T extends { readonly name: string; readonly description: string }>(
  what: string,
  inputs: Marked,
  {
    find,
    forget,
    create,
  }: {
    readonly find: () => Promise<T | undefined>;
    /** Has the next `find` read anew. */
    readonly forget: () => void;
    readonly create: (written: { readonly name: string; readonly description: string }) => Promise<T>;
  },
): Promise<{ readonly found: T; readonly adopted: boolean }> {
  const existing = await find();
  if (existing !== undefined) {
    return { found: existing, adopted: isAdopted(what, existing, inputs) };
  }
  const written = { name: inputs.name, description: storedDescription(inputs, false) };
  const findAnew = () => {
    forget();
    return find();
  };
  return { found: await createOrFind(() => create(written), findAnew, inputs.owner), adopted: false };
}

/** With this stack's own mark an object is ours, for an earlier run was cut short; any other must be asked for. */
function isAdopted(what: string, existing: Pick<Marked, "name" | "description">, { owner, adopt }: Marked): boolean {
  const mark = readDescription(existing.description).owner;
  if (mark === owner) return false;
  if (adopt) return true;
  const whose = mark === undefined ? "no stack's mark is on it" : `it belongs to the stack ${mark}`;
  throw new JiraError(
    "refused",
    `the ${what} ${JSON.stringify(existing.name)} is already on the site and ${whose}; take it over with adopt: true, or choose another name`,
  );
}
