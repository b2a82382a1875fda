import type { Directory } from "../../client/directory.js";
import { createPermissionGrant, deletePermissionGrant } from "../../client/permission-scheme.js";
import type { PermissionKey } from "../../model/grant.js";
import { type HolderText, parseHolder } from "../../model/holder.js";
import type { SchemeId } from "../../model/ids.js";
import type { PermissionScheme, SiteGrant } from "../../model/permission-scheme.js";
import type { Handler, Session } from "../handler.js";
import { checkedBy } from "../inputs/read-inputs.js";
import { type KeyOf, noteBefore, withHeldSingly, withoutAdded } from "../lists/changing-hands.js";
import { grantKey, holderGrantsKey } from "../lists/entry-keys.js";
import type { Flags } from "../lists/flags.js";
import { claimGrants, type GrantMode, holderKey, holdGrants, isWholeListClaimed } from "../lists/grant-mode.js";
import { foundBefore, isHolderOfStack } from "../lists/made-by-stack.js";
import { putBack } from "../lists/put-back.js";
import { requireScheme, resolveHolder, resolveScheme } from "../resolve.js";
import { inTurn } from "../writes/in-turn.js";
import { writeOrLook } from "../writes/lost-answer.js";
import { settleAll } from "../writes/settle-all.js";
import { finish, Unfinished } from "../writes/unfinished.js";

interface Inputs {
  readonly scheme: string;
  readonly holder: HolderText;
  readonly permissions: Flags;
}

interface Target {
  readonly schemeId: SchemeId;
  readonly holderId?: string;
}

interface Outputs extends Inputs, Target {
  /** What this resource granted last, whatever the holder is granted now. */
  readonly granted: Flags;
  /** What the holder was granted before this resource came. */
  readonly before: Flags;
}

/** Handles `HolderGrants`: all that one holder is granted in one scheme, and nobody else's grants. */
export const holderGrants: Handler<Inputs, Outputs> = {
  check: checkedBy((input) => ({
    scheme: input.text("scheme"),
    holder: input.holder("holder"),
    permissions: input.textSet("permissions"),
  })),

  hold(session, outputs) {
    session.asserted.add(listKeyOf(outputs));
    holdGrants(session, outputs.schemeId, modeOf(outputs));
  },

  async create(session, inputs) {
    const target = await resolveTarget(session, inputs);
    return inTurn(session, listKeyOf({ ...inputs, ...target }), async () => {
      const before = await readBefore(session, inputs, target);
      const outputs = { ...inputs, ...target, granted: inputs.permissions, before };
      return finish(idOf(outputs), outputs, () => bring(session, outputs, inputs.permissions));
    });
  },

  async read(session, outputs) {
    const scheme = (await session.directory.schemes.all()).get(outputs.schemeId);
    if (scheme === undefined) return undefined;
    noteBefore(session, outputs.granted, outputs.before, keyOf(outputs.holder, outputs));
    const { schemeId, holderId, granted, before, ...inputs } = outputs;
    const seen = { permissions: flagsOf(grantsOf(scheme, outputs.holder, holderId)) };
    return { inputs: { ...inputs, ...seen }, outputs: { ...outputs, ...seen } };
  },

  async update(session, old, inputs) {
    const target = await resolveTarget(session, inputs);
    return inTurn(session, listKeyOf({ ...inputs, ...target }), async () => {
      const moved = target.schemeId !== old.schemeId || target.holderId !== old.holderId;
      const before = moved ? await readBefore(session, inputs, target) : old.before;
      const outputs = { ...inputs, ...target, granted: inputs.permissions, before };
      try {
        await bring(session, outputs, inputs.permissions);
      } catch (error) {
        if (moved) throw error;
        const granted = { ...old.granted, ...inputs.permissions };
        throw new Unfinished(idOf(outputs), { ...outputs, granted }, error);
      }
      if (moved) await holderGrants.delete(session, old);
      return outputs;
    });
  },

  async delete(session, outputs) {
    if (session.asserted.has(listKeyOf(outputs)) || isWholeListClaimed(session, outputs.schemeId)) return;
    const scheme = (await session.directory.schemes.all()).get(outputs.schemeId);
    if (scheme === undefined || !(await isHolderKnown(session.directory, outputs))) return;
    const now = flagsOf(grantsOf(scheme, outputs.holder, outputs.holderId));
    const wanted = putBack(now, outputs.granted, outputs.before);
    await write(session, scheme, outputs, withHeldSingly(session, wanted, now, keyOf(outputs.holder, outputs)));
  },
};

async function bring(session: Session, outputs: Outputs, permissions: Flags): Promise<void> {
  const scheme = await requireScheme(session.directory, outputs.schemeId);
  claimGrants(session, scheme, modeOf(outputs));
  session.asserted.add(listKeyOf(outputs));
  await write(session, scheme, outputs, permissions);
}

/** Adds what is missing before it removes what is too much, so that nothing wanted is ever lacking. */
async function write(session: Session, scheme: PermissionScheme, outputs: Outputs, wanted: Flags): Promise<void> {
  const { client, directory } = session;
  const held = grantsOf(scheme, outputs.holder, outputs.holderId);
  const heldFlags = flagsOf(held);
  const holder = parseHolder(outputs.holder);
  const missing = Object.keys(wanted).filter((permission) => !heldFlags[permission]);
  const extra = held.filter(({ permission }) => !wanted[permission]);
  const keep = (change: (grants: readonly SiteGrant[]) => readonly SiteGrant[]) =>
    directory.schemes.edit(scheme.id, (latest) => ({ ...latest, grants: change(latest.grants) }));
  const resolved = outputs.holderId === undefined ? { holder } : { holder, holderId: outputs.holderId };
  const isDone = (check: (now: Flags) => boolean) => async () => {
    directory.schemes.forget();
    const now = await requireScheme(directory, scheme.id);
    return check(flagsOf(grantsOf(now, outputs.holder, outputs.holderId))) || undefined;
  };
  const add = async (permission: PermissionKey) => {
    const added = await createPermissionGrant(client, scheme.id, { permission, ...resolved });
    await keep((grants) => [...grants, ...added]);
  };
  const remove = async (grant: SiteGrant) => {
    await deletePermissionGrant(client, scheme.id, grant);
    await keep((grants) => grants.filter(({ id }) => id !== grant.id));
  };
  await writeOrLook(
    () => settleAll(missing.map(add)),
    isDone((now) => missing.every((permission) => now[permission])),
  );
  await writeOrLook(
    () => settleAll(extra.map(remove)),
    isDone((now) => extra.every(({ permission }) => !now[permission])),
  );
}

async function readBefore(session: Session, { holder, permissions }: Inputs, target: Target): Promise<Flags> {
  const scheme = await requireScheme(session.directory, target.schemeId);
  const isOfStack = await isHolderOfStack(session, parseHolder(holder).type, target.holderId);
  const now = withoutAdded(session, flagsOf(grantsOf(scheme, holder, target.holderId)), keyOf(holder, target));
  return foundBefore(now, permissions, isOfStack);
}

async function resolveTarget({ directory }: Session, { scheme, holder }: Inputs): Promise<Target> {
  const holderId = await resolveHolder(directory, parseHolder(holder));
  const { id } = await resolveScheme(directory, scheme);
  return holderId === undefined ? { schemeId: id } : { schemeId: id, holderId };
}

function grantsOf(scheme: PermissionScheme, text: HolderText, id: string | undefined): readonly SiteGrant[] {
  const { type } = parseHolder(text);
  return scheme.grants.filter(({ holder, holderId }) => holder.type === type && holderId === id);
}

function flagsOf(grants: readonly SiteGrant[]): Flags {
  const keys: PermissionKey[] = grants.map(({ permission }) => permission);
  return Object.fromEntries(keys.sort().map((key) => [key, true as const]));
}

/** Whether the holder is still on the site; one that is gone holds nothing. */
async function isHolderKnown(directory: Directory, { holder, holderId }: Outputs): Promise<boolean> {
  if (holderId === undefined) return true;
  const { type } = parseHolder(holder);
  if (type === "group") return (await directory.groupsById.load(holderId)) !== undefined;
  if (type === "projectRole") return (await directory.roles.all()).has(holderId);
  return type !== "user" || (await directory.accounts.load(holderId)) !== undefined;
}

function keyOf(holder: HolderText, { schemeId, holderId }: Target): KeyOf {
  return (permission: PermissionKey) => grantKey(schemeId, permission, parseHolder(holder).type, holderId);
}

function modeOf({ holder, holderId }: Outputs): GrantMode {
  return { type: "holder", holder: holderKey(parseHolder(holder).type, holderId) };
}

function idOf({ schemeId, holder }: Outputs): string {
  return `${schemeId}/${holder}`;
}

function listKeyOf({ schemeId, holder, holderId }: Pick<Outputs, "schemeId" | "holder" | "holderId">): string {
  return holderGrantsKey(schemeId, parseHolder(holder).type, holderId);
}
