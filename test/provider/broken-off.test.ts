import { describe, expect, test } from "vitest";
import { accountId, startSite, type TestSite } from "../emulator/site.js";
import { describeState, takeWrites } from "../helpers/describe-state.js";
import { declareResource } from "../helpers/engine.js";
import { roleId } from "./on-site.js";

type Inputs = Record<string, unknown>;

interface Case {
  readonly kind: string;
  readonly prepare?: (site: TestSite) => Promise<unknown>;
  readonly first: Inputs;
  readonly second: Inputs;
}

async function addDefaults(site: TestSite): Promise<void> {
  const actors = `/role/${await roleId(site, "Administrators")}/actors`;
  await site.ask("admin", `POST ${actors}`, { user: [await accountId(site, "jonas")] });
  await site.ask("admin", `POST ${actors}`, { group: ["support-agents"] });
}

const people = (...names: string[]) => names.map((name) => `${name}@acme.example`);
const grant = { scheme: "Legacy open scheme", permission: "LINK_ISSUES" };
const actor = { project: "PAY", role: "Administrators" };
const cases: readonly Case[] = [
  { kind: "Group", first: { name: "reviewers" }, second: { name: "readers" } },
  {
    kind: "GroupMembers",
    first: { group: "pay-devs", users: people("ann", "eve", "kim") },
    second: { group: "pay-devs", users: people("ann", "hugo") },
  },
  {
    kind: "GroupMember",
    first: { group: "pay-devs", user: "eve@acme.example" },
    second: { group: "web-devs", user: "eve@acme.example" },
  },
  {
    kind: "DefaultRoleActors",
    prepare: addDefaults,
    first: { role: "Administrators", users: people("eve"), groups: ["auditors"] },
    second: { role: "Administrators", users: people("kim"), groups: ["support-agents"] },
  },
  { kind: "PermissionGrant", first: { ...grant, holder: "reporter" }, second: { ...grant, holder: "assignee" } },
  { kind: "ProjectRoleActor", first: { ...actor, group: "auditors" }, second: { ...actor, user: "eve@acme.example" } },
  {
    kind: "User",
    first: { email: "bot@acme.example", removeOnDestroy: true },
    second: { email: "robot@acme.example", removeOnDestroy: true },
  },
];

const breaks = [
  { kind: "drop", when: "before" },
  { kind: "drop", when: "after" },
  { kind: "status", status: 500, when: "after" },
] as const;
const writes = { method: "POST|PUT|DELETE", path: "." };

/** Lets some writes pass and breaks the next one off. */
async function breakOff(site: TestSite, fault: (typeof breaks)[number], passing: number): Promise<void> {
  const through = passing === 0 ? [] : [{ ...writes, kind: "delay", delayMs: 0, times: passing, when: "before" }];
  await site.control("POST /faults", [...through, { ...writes, ...fault, times: 1 }]);
}

describe.each(cases)("$kind", ({ kind, prepare, first, second }) => {
  describe.each(breaks)("broken off by $kind $when", (fault) => {
    test.each([0, 1, 2])("after %i writes comes to what is declared, and goes again", async (passing) => {
      const { site, before, resource } = await begin();
      const wanted = await whatItComesTo();
      await breakOff(site, fault, passing);
      await resource.up(first).catch(() => resource.up(first));
      await site.control("DELETE /faults");
      await breakOff(site, fault, passing);
      await resource.up(second).catch(() => resource.up(second));
      await site.control("DELETE /faults");
      expect(await describeState(site)).toEqual(wanted);
      await takeWrites(site);
      expect(await resource.up(second)).toBe("same");
      expect(await takeWrites(site)).toEqual([]);
      await resource.destroy();
      expect(await describeState(site)).toEqual(before);
    });
  });

  async function begin() {
    const site = await startSite();
    await prepare?.(site);
    return { site, before: await describeState(site), resource: declareResource(site, kind) };
  }

  async function whatItComesTo() {
    const { site, resource } = await begin();
    await resource.up(first);
    await resource.up(second);
    return describeState(site);
  }
});
