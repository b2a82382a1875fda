import { accountId } from "../emulator/site.js";
import type { Lifecycle } from "./lifecycles.js";
import { groupId, roleId } from "./on-site.js";

/** The lifecycles of the lists that do not belong to a project. */
export const listLifecycles: Readonly<Record<string, Lifecycle>> = {
  GroupMembers: {
    kind: "GroupMembers",
    first: { group: "pay-devs", users: ["eve@acme.example", "ann@acme.example"] },
    asChecked: { group: "pay-devs", users: { "ann@acme.example": true, "eve@acme.example": true } },
    second: { group: "pay-devs", users: ["ann@acme.example", "kim@acme.example"] },
    exact: {
      first: { groups: { "pay-devs": ["ann@acme.example", "eve@acme.example"] } },
      second: { groups: { "pay-devs": ["ann@acme.example", "kim@acme.example"] } },
    },
    async tamper(site) {
      await site.ask("admin", `DELETE /group/user?groupname=pay-devs&accountId=${await accountId(site, "ann")}`);
      const body = { accountId: await accountId(site, "hugo") };
      await site.ask("admin", "POST /group/user?groupname=pay-devs", body);
    },
    drift: { users: { "hugo@acme.example": true, "kim@acme.example": true } },
    async remove(site) {
      await site.ask("admin", "DELETE /group?groupname=pay-devs");
      return undefined;
    },
  },

  DefaultRoleActors: {
    kind: "DefaultRoleActors",
    async prepare(site) {
      await site.ask("admin", "POST /role", { name: "Observers" });
      const actors = `/role/${await roleId(site, "Observers")}/actors`;
      await site.ask("admin", `POST ${actors}`, { user: [await accountId(site, "jonas")] });
      await site.ask("admin", `POST ${actors}`, { group: ["support-agents"] });
    },
    first: { role: "Observers", users: ["eve@acme.example"], groups: ["auditors", "pay-devs"] },
    asChecked: { users: { "eve@acme.example": true }, groups: { auditors: true, "pay-devs": true } },
    second: { role: "Observers", groups: ["auditors", "web-devs"] },
    exact: {
      first: {
        defaults: { Observers: ["Observers: auditors", "Observers: eve@acme.example", "Observers: pay-devs"] },
      },
      second: { defaults: { Observers: ["Observers: auditors", "Observers: web-devs"] } },
    },
    async tamper(site) {
      const actors = `/role/${await roleId(site, "Observers")}/actors`;
      await site.ask("admin", `DELETE ${actors}?groupId=${await groupId(site, "auditors")}`);
      await site.ask("admin", `POST ${actors}`, { user: [await accountId(site, "kim")] });
    },
    drift: { users: { "kim@acme.example": true }, groups: { "web-devs": true } },
    async remove(site) {
      await site.ask("admin", `DELETE /role/${await roleId(site, "Observers")}`);
      return undefined;
    },
  },
};
