import type { Directory } from "../../client/directory.js";
import { createGroup, deleteGroup } from "../../client/group.js";
import { JiraError } from "../../errors.js";
import type { Group } from "../../model/group.js";
import type { GroupId } from "../../model/ids.js";
import type { Handler, Session } from "../handler.js";
import { checkedBy } from "../inputs/read-inputs.js";
import { schemesGranting } from "../schemes-granting.js";
import { deleteOrLook, writeOrLook } from "../writes/lost-answer.js";

interface Inputs {
  readonly name: string;
  readonly adopt?: true;
  readonly deleteAdopted?: true;
}

interface Outputs extends Inputs {
  readonly groupId: GroupId;
  readonly adopted: boolean;
  /** What the site calls the group now. */
  readonly siteName: string;
}

/**
 * Handles `Group`: a group without its members. It is known by its id, so one that was renamed on the site still is the
 * declared one, also for whoever names it; since Jira renames no groups on request, another name means another group.
 */
export const group: Handler<Inputs, Outputs> = {
  replaceOn: ["name"],
  isStill: (before, inputs) => before.siteName === inputs.name,

  check: checkedBy((input) => ({ name: input.text("name"), ...input.flag("adopt"), ...input.flag("deleteAdopted") })),

  hold(session, { groupId, adopted }) {
    session.asserted.add(assertion(groupId));
    own(session, groupId, adopted);
  },

  async create(session, inputs) {
    const { client, directory } = session;
    const existing = await directory.groups.load(inputs.name);
    const adopted = existing !== undefined && (await isAdopted(directory, existing, inputs));
    const create = () => createGroup(client, inputs.name);
    const found = existing ?? (await writeOrLook(create, () => findFree(directory, inputs.name)));
    assert(session, inputs.name, found);
    own(session, found.id, adopted);
    return { id: found.id, outputs: { ...inputs, groupId: found.id, adopted, siteName: found.name } };
  },

  async read(session, outputs) {
    const { groupId, adopted, siteName, ...inputs } = outputs;
    const found = await session.directory.groupsById.load(groupId);
    if (found === undefined) return undefined;
    keep(session.directory, outputs.name, found);
    own(session, groupId, adopted);
    return { inputs, outputs: { ...outputs, siteName: found.name } };
  },

  async update(session, { groupId, adopted, name }, inputs) {
    const found = await session.directory.groupsById.load(groupId);
    if (found === undefined) throw new JiraError("not-found", `the group ${name} is gone; run pulumi refresh`);
    assert(session, inputs.name, found);
    own(session, groupId, adopted);
    return { ...inputs, groupId, adopted, siteName: found.name };
  },

  async delete({ client, directory, asserted }, { groupId, adopted, deleteAdopted, name }) {
    if (asserted.has(assertion(groupId)) || (adopted && !deleteAdopted)) return;
    const found = await directory.groupsById.load(groupId);
    if (found === undefined) return;
    const schemes = await schemesGranting(directory, "group", groupId);
    if (schemes.length > 0) {
      throw new JiraError(
        "refused",
        `the group ${JSON.stringify(found.name)} still holds grants in ${schemes.join(", ")}; remove them first`,
      );
    }
    await deleteOrLook(
      () => deleteGroup(client, groupId),
      async () => (await directory.groupsById.clear(groupId).load(groupId)) !== undefined,
    );
    directory.groupsById.clear(groupId);
    directory.groups.clear(name).clear(found.name);
  },
};

function assert({ directory, asserted }: Session, name: string, found: Group): void {
  asserted.add(assertion(found.id));
  keep(directory, name, found);
}

function own({ ownGroups }: Session, id: GroupId, adopted: boolean): void {
  if (!adopted) ownGroups.add(id);
}

/** From now on the declared name stands for the group, whatever the site calls it. */
function keep(directory: Directory, name: string, found: Group): void {
  directory.groups.clear(name).prime(name, found);
  directory.groupsById.clear(found.id).prime(found.id, found);
}

/** Groups carry no mark, so one that is there is taken unasked only where nobody can miss it: after a crash. */
async function isAdopted(directory: Directory, existing: Group, inputs: Inputs): Promise<boolean> {
  if (inputs.adopt) return true;
  const uses = await usesOf(directory, existing);
  if (uses.length === 0) return false;
  throw new JiraError(
    "refused",
    `the group ${JSON.stringify(existing.name)} is already on the site and ${uses.join(" and ")}; take it over with adopt: true, or choose another name`,
  );
}

async function findFree(directory: Directory, name: string): Promise<Group | undefined> {
  const found = await directory.groups.clear(name).load(name);
  return found !== undefined && (await usesOf(directory, found)).length === 0 ? found : undefined;
}

async function usesOf(directory: Directory, { id }: Group): Promise<readonly string[]> {
  const members = (await directory.members.clear(id).load(id)).size;
  const schemes = await schemesGranting(directory, "group", id);
  return [
    ...(members === 0 ? [] : [`has ${members} ${members === 1 ? "member" : "members"}`]),
    ...(schemes.length === 0 ? [] : [`holds grants in ${schemes.join(", ")}`]),
  ];
}

function assertion(id: GroupId): string {
  return `group/${id}`;
}
