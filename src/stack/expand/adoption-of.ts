import type { Adoption } from "../../model/desired-access.js";

/** The part of an entry of the file that says what becomes of an object that is already on the site. */
export function adoptionOf(
  entry: Adoption & { readonly formerly?: string },
): Adoption & { readonly formerly?: string } {
  const { adopt, deleteAdopted, formerly } = entry;
  return {
    ...(adopt === undefined ? {} : { adopt }),
    ...(deleteAdopted === undefined ? {} : { deleteAdopted }),
    ...(formerly === undefined ? {} : { formerly }),
  };
}
