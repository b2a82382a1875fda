import type { DeclaredGrants } from "../../analysis/brakes/grant-removals.js";
import type { Directory } from "../../client/directory.js";
import {
  createPermissionScheme,
  deletePermissionScheme,
  updatePermissionScheme,
} from "../../client/permission-scheme.js";
import { JiraError } from "../../errors.js";
import type { Allowance } from "../../model/desired-access.js";
import { compareGrants, type GrantMap } from "../../model/grant.js";
import type { SchemeId } from "../../model/ids.js";
import { readDescription } from "../../model/ownership.js";
import type { PermissionScheme } from "../../model/permission-scheme.js";
import { brakeScheme } from "../brakes/brake-scheme.js";
import type { Handler, Session } from "../handler.js";
import { checkedBy } from "../inputs/read-inputs.js";
import { claimGrants, holdGrants } from "../lists/grant-mode.js";
import { releaseScheme } from "../lists/release-scheme.js";
import { holdsExactly, readGrants, toWholeList } from "../lists/scheme-grants.js";
import { type Ids, resolveHolders } from "../resolve.js";
import { findOrCreate, type Marked, readMarked, storedDescription } from "../writes/find-or-create.js";
import { deleteOrLook } from "../writes/lost-answer.js";
import { finish } from "../writes/unfinished.js";

interface Inputs extends Marked {
  /** The whole list; absent where the scheme's grants are left alone. */
  readonly grants?: GrantMap;
  readonly allow?: Allowance;
}

interface Outputs extends Inputs {
  /** The grants that this resource declared last; absent where the scheme holds just these. */
  readonly declared?: GrantMap;
  readonly schemeId: SchemeId;
  readonly holderIds: Ids;
  readonly adopted: boolean;
}

/** Handles `PermissionScheme`: a scheme by its name, and with `grants` every grant in it. */
export const permissionScheme: Handler<Inputs, Outputs> = {
  check: checkedBy((input) => {
    const grants = input.grants("grants");
    return {
      ...readMarked(input),
      ...input.allowance(),
      // Unknown holders stand in for their map only in previews, where no handler but diff sees them.
      ...(grants === undefined ? {} : { grants: grants as GrantMap }),
    };
  }),

  hold(session, { schemeId, grants }) {
    session.asserted.add(assertion(schemeId));
    if (grants !== undefined) holdGrants(session, schemeId, { type: "whole" });
  },

  async create(session, inputs) {
    const { client, directory } = session;
    const holderIds = await resolveGrantHolders(directory, inputs);
    const { found, adopted } = await findOrCreate("permission scheme", inputs, {
      find: async () => [...(await directory.schemes.all()).values()].find(({ name }) => name === inputs.name),
      forget: directory.schemes.forget,
      create: (written) => createPermissionScheme(client, written),
    });
    await directory.schemes.put(found);
    const outputs = { ...inputs, schemeId: found.id, holderIds, adopted };
    if (adopted && inputs.grants !== undefined) brakeScheme(found, undefined, toDeclared(outputs), inputs.allow);
    return finish(found.id, outputs, () => bring(session, found, outputs));
  },

  async read({ directory, ownSchemes }, outputs) {
    const scheme = (await directory.schemes.all()).get(outputs.schemeId);
    if (scheme === undefined) return undefined;
    const { schemeId, holderIds, adopted, declared: _, ...inputs } = outputs;
    if (!adopted || inputs.deleteAdopted) ownSchemes.add(schemeId);
    const list = inputs.grants === undefined ? undefined : readList(scheme, outputs);
    const seen = {
      ...inputs,
      name: scheme.name,
      description: readDescription(scheme.description).description,
      ...(list === undefined ? {} : { grants: list.grants }),
    };
    return { inputs: seen, outputs: { ...seen, ...list, schemeId, holderIds, adopted } };
  },

  async update(session, before, inputs) {
    const { directory } = session;
    const scheme = (await directory.schemes.all()).get(before.schemeId);
    if (scheme === undefined)
      throw new JiraError("not-found", `the permission scheme ${before.name} is gone; run pulumi refresh`);
    const holderIds = await resolveGrantHolders(directory, inputs);
    const outputs = { ...inputs, schemeId: before.schemeId, holderIds, adopted: before.adopted };
    const declared = before.grants === undefined ? undefined : toDeclared(before);
    if (inputs.grants !== undefined) brakeScheme(scheme, declared, toDeclared(outputs), inputs.allow);
    await bring(session, scheme, outputs);
    return outputs;
  },

  async delete(session, outputs) {
    const { client, directory, asserted } = session;
    const { schemeId, name } = outputs;
    if (asserted.has(assertion(schemeId)) || !(await directory.schemes.all()).has(schemeId)) return;
    if (outputs.adopted && !outputs.deleteAdopted) {
      if (outputs.grants !== undefined) await releaseScheme(session, schemeId, outputs.owner);
      return;
    }
    const users = await projectsUsing(directory, schemeId);
    if (users.length > 0) {
      throw new JiraError(
        "refused",
        `the permission scheme ${JSON.stringify(name)} is used by ${users.join(", ")}; give these projects another scheme first`,
      );
    }
    await deleteOrLook(
      () => deletePermissionScheme(client, schemeId),
      async () => {
        directory.schemes.forget();
        return (await directory.schemes.all()).has(schemeId);
      },
    );
    await directory.schemes.drop(schemeId);
  },
};

/** Makes the scheme exact in one write, and checks the write's own answer. */
async function bring(session: Session, scheme: PermissionScheme, outputs: Outputs): Promise<void> {
  const { client, directory } = session;
  const wanted = outputs.grants === undefined ? undefined : toWholeList(scheme, outputs.grants, outputs.holderIds);
  const description = storedDescription(outputs, outputs.adopted);
  const exact = (now: PermissionScheme) =>
    now.name === outputs.name && now.description === description && (wanted === undefined || holdsExactly(now, wanted));
  session.asserted.add(assertion(scheme.id));
  if (wanted !== undefined) claimGrants(session, scheme, { type: "whole" });
  if (exact(scheme)) return;
  const write = { name: outputs.name, description, ...(wanted === undefined ? {} : { grants: wanted }) };
  const answer = await updatePermissionScheme(client, scheme.id, write);
  await directory.schemes.put(answer);
  if (exact(answer)) return;
  directory.schemes.forget();
  const now = (await directory.schemes.all()).get(scheme.id);
  if (now === undefined || !exact(now)) {
    throw new JiraError(
      "unexpected-answer",
      `the permission scheme ${JSON.stringify(outputs.name)} does not hold what was written; somebody may be editing it: run the same command again`,
    );
  }
}

async function projectsUsing(directory: Directory, scheme: SchemeId): Promise<readonly string[]> {
  const projects = [...(await directory.projects.all()).values()].filter(({ management }) => management === "company");
  const used = await Promise.all(projects.map(({ id }) => directory.associations.load(id)));
  return projects.filter((_, index) => used[index] === scheme).map(({ key }) => key);
}

/** The grants that a scheme holds, and, where these are others, what the stack declared last. */
function readList(scheme: PermissionScheme, outputs: Outputs): Pick<Outputs, "grants" | "declared"> {
  const { grants: declared, holderIds } = toDeclared(outputs);
  const grants = readGrants(scheme, declared, holderIds);
  const { added, removed } = compareGrants(declared, grants);
  return added.length + removed.length === 0 ? { grants } : { grants, declared };
}

/** What the stack declared last, whatever the scheme holds now. */
function toDeclared({ declared, grants = {}, holderIds }: Outputs): DeclaredGrants {
  return { grants: declared ?? grants, holderIds };
}

function resolveGrantHolders(directory: Directory, { grants = {} }: Inputs): Promise<Ids> {
  return resolveHolders(directory, Object.values(grants).flatMap(Object.keys));
}

function assertion(id: SchemeId): string {
  return `permission-scheme/${id}`;
}
