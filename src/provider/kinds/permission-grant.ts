import { createPermissionGrant, deletePermissionGrant } from "../../client/permission-scheme.js";
import type { PermissionKey } from "../../model/grant.js";
import { type Holder, type HolderText, parseHolder } from "../../model/holder.js";
import type { SchemeId } from "../../model/ids.js";
import type { SiteGrant } from "../../model/permission-scheme.js";
import type { Session } from "../handler.js";
import { checkedBy } from "../inputs/read-inputs.js";
import { defineEntry } from "../lists/define-entry.js";
import { grantKey, holderGrantsKey } from "../lists/entry-keys.js";
import { claimGrants, holderKey, holdGrants, isWholeListClaimed } from "../lists/grant-mode.js";
import { isHolderOfStack } from "../lists/made-by-stack.js";
import { requireScheme, resolveHolder, resolveScheme } from "../resolve.js";

interface Inputs {
  readonly scheme: string;
  readonly permission: PermissionKey;
  readonly holder: HolderText;
}

interface Target {
  readonly schemeId: SchemeId;
  readonly permission: PermissionKey;
  readonly type: Holder["type"];
  /** The id or name of what the holder names; absent where it names nothing. */
  readonly holderId?: string;
}

/** Handles `PermissionGrant`: one permission of one holder in one scheme. */
export const permissionGrant = defineEntry<Inputs, Target>({
  check: checkedBy((input) => ({
    scheme: input.text("scheme"),
    permission: input.text("permission"),
    holder: input.holder("holder"),
  })),

  async resolve(session, { scheme, permission, holder }) {
    const { directory } = session;
    const parsed = parseHolder(holder);
    const holderId = await resolveHolder(directory, parsed);
    const found = await resolveScheme(directory, scheme);
    claimGrants(session, found, { type: "grant", holder: holderKey(parsed.type, holderId) });
    return { schemeId: found.id, permission, type: parsed.type, ...(holderId === undefined ? {} : { holderId }) };
  },

  key: ({ schemeId, permission, type, holderId }) => grantKey(schemeId, permission, type, holderId),

  hold: (session, { schemeId, type, holderId }) =>
    holdGrants(session, schemeId, { type: "grant", holder: holderKey(type, holderId) }),

  isOfStack: (session, { type, holderId }) => isHolderOfStack(session, type, holderId),

  listKey: ({ schemeId, type, holderId }) => holderGrantsKey(schemeId, type, holderId),

  isHeldByMore: (session, { schemeId }) => isWholeListClaimed(session, schemeId),

  isThere: async (session, target) => (await find(session, target)) !== undefined,

  forget: ({ directory }) => directory.schemes.forget(),

  async add({ client, directory }, { schemeId, permission, holderId }, inputs) {
    await requireScheme(directory, schemeId);
    const grant = { permission, holder: parseHolder(inputs.holder), ...(holderId === undefined ? {} : { holderId }) };
    const added = await createPermissionGrant(client, schemeId, grant);
    await directory.schemes.edit(schemeId, (scheme) => ({ ...scheme, grants: [...scheme.grants, ...added] }));
  },

  async remove(session, target) {
    const grant = await find(session, target);
    if (grant === undefined) return;
    await deletePermissionGrant(session.client, target.schemeId, grant);
    await session.directory.schemes.edit(target.schemeId, (scheme) => ({
      ...scheme,
      grants: scheme.grants.filter(({ id }) => id !== grant.id),
    }));
  },
});

async function find({ directory }: Session, target: Target): Promise<SiteGrant | undefined> {
  const scheme = (await directory.schemes.all()).get(target.schemeId);
  return scheme?.grants.find(
    ({ permission, holder, holderId }) =>
      permission === target.permission && holder.type === target.type && holderId === target.holderId,
  );
}
