import { siteRoles } from "../../client/directory.js";
import { createProjectRole, deleteProjectRole, updateProjectRole } from "../../client/project-role.js";
import { JiraError } from "../../errors.js";
import type { RoleId } from "../../model/ids.js";
import { readDescription } from "../../model/ownership.js";
import type { ProjectRole } from "../../model/project-role.js";
import type { Handler, Session } from "../handler.js";
import { checkedBy } from "../inputs/read-inputs.js";
import { resolveRole } from "../resolve.js";
import { schemesGranting } from "../schemes-granting.js";
import { findOrCreate, type Marked, readMarked, storedDescription } from "../writes/find-or-create.js";
import { deleteOrLook } from "../writes/lost-answer.js";
import { finish } from "../writes/unfinished.js";

interface Inputs extends Marked {
  readonly swapWith?: string;
}

interface Outputs extends Inputs {
  readonly roleId: RoleId;
  readonly adopted: boolean;
}

/** Handles `ProjectRole`: a role of the whole site, by its name. */
export const projectRole: Handler<Inputs, Outputs> = {
  check: checkedBy((input, raw) => ({
    ...readMarked(input),
    ...(raw.swapWith === undefined ? {} : { swapWith: input.text("swapWith") }),
  })),

  hold({ asserted }, { roleId }) {
    asserted.add(assertion(roleId));
  },

  async create(session, inputs) {
    const { client, directory } = session;
    const { found, adopted } = await findOrCreate("project role", inputs, {
      find: async () => (await siteRoles(directory)).find((role) => role.name === inputs.name),
      forget: directory.roles.forget,
      create: (written) => createProjectRole(client, written),
    });
    const wanted = { name: inputs.name, description: storedDescription(inputs, adopted) };
    const outputs = { ...inputs, roleId: found.id, adopted };
    return finish(found.id, outputs, () => bring(session, found, wanted));
  },

  async read({ directory }, outputs) {
    const role = (await directory.roles.all()).get(outputs.roleId);
    if (role === undefined) return undefined;
    const { roleId, adopted, ...inputs } = outputs;
    const seen = { name: role.name, description: readDescription(role.description).description };
    return { inputs: { ...inputs, ...seen }, outputs: { ...outputs, ...seen } };
  },

  async update(session, before, inputs) {
    const role = (await session.directory.roles.all()).get(before.roleId);
    if (role === undefined)
      throw new JiraError("not-found", `the project role ${before.name} is gone; run pulumi refresh`);
    await bring(session, role, { name: inputs.name, description: storedDescription(inputs, before.adopted) });
    return { ...inputs, roleId: before.roleId, adopted: before.adopted };
  },

  async delete({ client, directory, asserted }, outputs) {
    const { roleId } = outputs;
    if (asserted.has(assertion(roleId)) || (outputs.adopted && !outputs.deleteAdopted)) return;
    if (!(await directory.roles.all()).has(roleId)) return;
    const swapWith = outputs.swapWith === undefined ? undefined : await resolveRole(directory, outputs.swapWith);
    if (swapWith === undefined) await refuseWhileGranted(directory, outputs);
    await deleteOrLook(
      () => deleteProjectRole(client, roleId, swapWith),
      async () => {
        directory.roles.forget();
        return (await directory.roles.all()).has(roleId);
      },
    );
    await directory.roles.drop(roleId);
  },
};

async function bring(
  { client, directory, asserted }: Session,
  role: ProjectRole,
  wanted: { readonly name: string; readonly description: string },
): Promise<void> {
  const exact = role.name === wanted.name && role.description === wanted.description;
  const now = exact ? role : await updateProjectRole(client, role.id, wanted);
  await directory.roles.put(now);
  asserted.add(assertion(now.id));
}

async function refuseWhileGranted(directory: Session["directory"], outputs: Outputs): Promise<void> {
  const schemes = await schemesGranting(directory, "projectRole", outputs.roleId);
  if (schemes.length === 0) return;
  throw new JiraError(
    "refused",
    `the project role ${JSON.stringify(outputs.name)} still holds grants in ${schemes.join(", ")}; remove them, or name a role to take its place with swapWith`,
  );
}

function assertion(id: RoleId): string {
  return `project-role/${id}`;
}
