import fc from "fast-check";
import type { Site } from "../../src/emulator/state/state.js";
import type { InProcessSite } from "./in-process-site.js";

/** Something that a person changes between two runs; which object it meets is its number, counted round. */
export interface Edit {
  readonly kind: keyof typeof edits;
  readonly which: number;
  readonly more: number;
}

const permissions = ["BROWSE_PROJECTS", "EDIT_ISSUES", "LINK_ISSUES"];

/** What the site answers does not matter: what it refuses is no edit. */
const edits = {
  addGrant: (site: InProcessSite, { schemes, groups }: Site, which: number, more: number) => {
    const group = { type: "group", parameter: groups.find(({ name }) => name === "team")?.name };
    const holder = more % 2 === 0 ? group : { type: "reporter" };
    const body = { permission: pick(permissions, more), holder };
    return site.ask("admin", `POST /permissionscheme/${pick(schemes, which)?.id}/permission`, body);
  },
  removeGrant: (site: InProcessSite, { schemes }: Site, which: number, more: number) => {
    const scheme = pick(schemes, which);
    const grant = pick(scheme?.grants ?? [], more);
    return site.ask("admin", `DELETE /permissionscheme/${scheme?.id}/permission/${grant?.id}`);
  },
  addActor: (site: InProcessSite, { projects, roles, accounts }: Site, which: number, more: number) => {
    const role = roles.find(({ name }) => name === pick(["Administrators", "Developers"], which));
    const path = `/project/${pick(projects, which)?.key}/role/${role?.id}`;
    return site.ask("admin", `POST ${path}`, { user: [pick(accounts, more)?.id] });
  },
  removeActor: (site: InProcessSite, { projects }: Site, which: number, more: number) => {
    const project = pick(projects, which);
    const actor = pick(project?.actors ?? [], more);
    const who = actor === undefined ? "" : "user" in actor ? `user=${actor.user}` : `groupId=${actor.group}`;
    return site.ask("admin", `DELETE /project/${project?.key}/role/${actor?.role}?${who}`);
  },
  addMember: (site: InProcessSite, { groups, accounts }: Site, which: number, more: number) => {
    const group = pick(others(groups), which);
    return site.ask("admin", `POST /group/user?groupId=${group?.id}`, { accountId: pick(accounts, more)?.id });
  },
  removeMember: (site: InProcessSite, { groups }: Site, which: number, more: number) => {
    const group = pick(others(groups), which);
    const account = pick(group?.members ?? [], more);
    return site.ask("admin", `DELETE /group/user?groupId=${group?.id}&accountId=${account}`);
  },
  renameRole: (site: InProcessSite, { roles }: Site, which: number, more: number) =>
    site.ask("admin", `POST /role/${pick(own(roles), which)?.id}`, { name: `role of a stranger ${more}` }),
  renameScheme: (site: InProcessSite, { schemes }: Site, which: number, more: number) =>
    site.ask("admin", `PUT /permissionscheme/${pick(own(schemes), which)?.id}`, { name: `a stranger's ${more}` }),
  renameGroup: (site: InProcessSite, { groups }: Site, which: number, more: number) =>
    site.control("POST /rename-group", { groupId: pick(own(groups), which)?.id, name: `group of a stranger ${more}` }),
  deleteScheme: (site: InProcessSite, { schemes }: Site, which: number) =>
    site.ask("admin", `DELETE /permissionscheme/${pick(own(schemes), which)?.id}`),
  deleteRole: (site: InProcessSite, { roles }: Site, which: number) =>
    site.ask("admin", `DELETE /role/${pick(own(roles), which)?.id}`),
  deleteGroup: (site: InProcessSite, { groups }: Site, which: number) =>
    site.ask("admin", `DELETE /group?groupId=${pick(own(groups), which)?.id}`),
  moveProject: (site: InProcessSite, { projects, schemes }: Site, which: number, more: number) => {
    const path = `/project/${pick(projects, which)?.key}/permissionscheme`;
    return site.ask("admin", `PUT ${path}`, {
      id: schemes.find(({ name }) => name === pick(["Default", "Legacy"], more))?.id,
    });
  },
};

const someEdit: fc.Arbitrary<Edit> = fc.record({
  kind: fc.constantFrom(...(Object.keys(edits) as (keyof typeof edits)[])),
  which: fc.nat(7),
  more: fc.nat(7),
});

/** What people change between two runs, one after the other. */
export const strangersEdits: fc.Arbitrary<readonly Edit[]> = fc.array(someEdit, { maxLength: 4 });

/** Something that a person changes during a run, after so many of its requests. */
export interface Intrusion {
  readonly after: number;
  readonly edit: Edit;
}

/** What people change during a run. */
export const intrusions: fc.Arbitrary<readonly Intrusion[]> = fc.array(
  fc.record({ after: fc.nat(25), edit: someEdit }),
  { maxLength: 2 },
);

/** Makes one edit of a site as it is now, if it accepts it; a person gives up where the connection breaks off. */
export async function makeEdit(site: InProcessSite, now: Site, { kind, which, more }: Edit): Promise<void> {
  await edits[kind](site, now, which, more).catch(() => {});
}

function pick<T>(items: readonly T[], number: number): T | undefined {
  return items[number % items.length];
}

/** The groups of the site by which nobody is licensed or administers. */
function others<T extends { readonly name: string }>(groups: readonly T[]): readonly T[] {
  return groups.filter(({ name }) => name === "team" || name === "ops");
}

/** What a stack made, which is named by a small letter here. */
function own<T extends { readonly name: string }>(items: readonly T[]): readonly T[] {
  return items.filter(({ name }) => /^(bots|testers|robots|crew|delivery|plain)/.test(name));
}
