import { accountId, type TestSite } from "../emulator/site.js";
import { lifecycles } from "../provider/lifecycles.js";
import { roleId } from "../provider/on-site.js";

type Inputs = Readonly<Record<string, unknown>>;

/** What one kind of resource is declared as, first and then, before it goes. */
export interface Life {
  readonly kind: string;
  readonly prepare?: (site: TestSite) => Promise<unknown>;
  readonly first: Inputs;
  readonly second: Inputs;
  /** A resource that is declared with it, and that it waits for. */
  readonly upon?: Omit<Life, "prepare" | "upon">;
}

const people = (...names: string[]) => names.map((name) => `${name}@acme.example`);
const grant = { scheme: "Legacy open scheme", permission: "LINK_ISSUES" };
const actor = { project: "PAY", role: "Administrators" };

const proven = { account: "triage@acme.example", projects: ["PAY"] };
const proofOf = (...permissions: string[]) => ({ accounts: { triage: { ...proven, permissions } } });
const scheme = "Default Permission Scheme";
const grantsOf = (...permissions: string[]) => ({ scheme, holder: `user:${proven.account}`, permissions });

/** The life of each kind; every one of them, or what it waits for, writes in each of its three parts. */
export const lives: Readonly<Record<string, Life>> = {
  ...lifecycles,
  GroupMembers: {
    kind: "GroupMembers",
    first: { group: "pay-devs", users: people("ann", "eve", "kim") },
    second: { group: "pay-devs", users: people("ann", "hugo") },
  },
  DefaultRoleActors: {
    kind: "DefaultRoleActors",
    prepare: addDefaults,
    first: { role: "Administrators", users: people("eve"), groups: ["auditors"] },
    second: { role: "Administrators", users: people("kim"), groups: ["support-agents"] },
  },
  Group: { kind: "Group", first: { name: "reviewers" }, second: { name: "readers" } },
  GroupMember: {
    kind: "GroupMember",
    first: { group: "pay-devs", user: "eve@acme.example" },
    second: { group: "web-devs", user: "eve@acme.example" },
  },
  PermissionGrant: {
    kind: "PermissionGrant",
    first: { ...grant, holder: "reporter" },
    second: { ...grant, holder: "assignee" },
  },
  ProjectRoleActor: {
    kind: "ProjectRoleActor",
    first: { ...actor, group: "auditors" },
    second: { ...actor, user: "eve@acme.example" },
  },
  User: {
    kind: "User",
    first: { email: "bot@acme.example", removeOnDestroy: true },
    second: { email: "robot@acme.example", removeOnDestroy: true },
  },
  "AccessProof upon HolderGrants": {
    kind: "AccessProof",
    first: proofOf("BROWSE_PROJECTS"),
    second: proofOf("BROWSE_PROJECTS", "ADD_COMMENTS"),
    upon: {
      kind: "HolderGrants",
      first: grantsOf("BROWSE_PROJECTS"),
      second: grantsOf("BROWSE_PROJECTS", "ADD_COMMENTS"),
    },
  },
};

async function addDefaults(site: TestSite): Promise<void> {
  const actors = `/role/${await roleId(site, "Administrators")}/actors`;
  await site.ask("admin", `POST ${actors}`, { user: [await accountId(site, "jonas")] });
  await site.ask("admin", `POST ${actors}`, { group: ["support-agents"] });
}
