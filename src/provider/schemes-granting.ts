import type { Directory } from "../client/directory.js";
import type { HolderType } from "../model/holder.js";

/** The names, in quotes, of the permission schemes that grant something to a role or group. */
export async function schemesGranting(directory: Directory, type: HolderType, id: string): Promise<readonly string[]> {
  const schemes = [...(await directory.schemes.all()).values()];
  const granting = schemes.filter(({ grants }) =>
    grants.some(({ holder, holderId }) => holder.type === type && holderId === id),
  );
  return granting.map(({ name }) => JSON.stringify(name));
}
