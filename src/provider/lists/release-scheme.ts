import { deletePermissionGrant } from "../../client/permission-scheme.js";
import type { SchemeId } from "../../model/ids.js";
import { type Owner, readDescription } from "../../model/ownership.js";
import type { SiteGrant } from "../../model/permission-scheme.js";
import type { Session } from "../handler.js";
import { writeOrLook } from "../writes/lost-answer.js";
import { settleAll } from "../writes/settle-all.js";
import { holderKey, isHeldApart } from "./grant-mode.js";

/**
 * Lets go of a scheme that was on the site before the stack. It stays as it is, but for what is granted to roles that the
 * stack made: they go with the stack, and no role goes while it is granted something.
 */
export async function releaseScheme(session: Session, id: SchemeId, owner: Owner): Promise<void> {
  const { client, directory } = session;
  const find = async (): Promise<readonly SiteGrant[]> => {
    const [schemes, roles] = await Promise.all([directory.schemes.all(), directory.roles.all()]);
    return (schemes.get(id)?.grants ?? []).filter(({ holder, holderId = "" }) => {
      const role = holder.type === "projectRole" ? roles.get(holderId) : undefined;
      const isOwn = role !== undefined && readDescription(role.description).owner === owner;
      return isOwn && !isHeldApart(session, id, holderKey("projectRole", holderId));
    });
  };
  const granted = await find();
  await writeOrLook(
    () => settleAll(granted.map((grant) => deletePermissionGrant(client, id, grant))),
    async () => {
      directory.schemes.forget();
      return (await find()).length === 0 || undefined;
    },
  );
  const gone = new Set(granted.map((grant) => grant.id));
  directory.schemes.edit(id, (latest) => ({ ...latest, grants: latest.grants.filter((grant) => !gone.has(grant.id)) }));
}
