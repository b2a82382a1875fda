import { describe, expect, test } from "vitest";
import { acme } from "../../../src/emulator/seed/acme.js";
import { startSite } from "../site.js";

test("all permissions are listed for anybody, apps' too, hidden ones not", async () => {
  const site = await startSite({ seed: { ...acme, appPermissions: [{ key: "timer__log", name: "Log time" }] } });
  const { status, body } = await site.ask(null, "GET /permissions");
  expect(status).toBe(200);
  expect(body.permissions.BROWSE_PROJECTS).toMatchObject({ key: "BROWSE_PROJECTS", type: "PROJECT" });
  expect(body.permissions.ADMINISTER).toMatchObject({ type: "GLOBAL", name: "Administer" });
  expect(body.permissions.timer__log).toMatchObject({ type: "PROJECT", name: "Log time" });
  expect(body.permissions).not.toHaveProperty("VIEW_PROJECTS");
});

describe("mypermissions", () => {
  test("says of each permission that is asked for whether the caller has it", async () => {
    const site = await startSite();
    const asked = "permissions=ADMINISTER,USER_PICKER,BROWSE_PROJECTS,DELETE_ISSUES";
    const held = async (who: string | null, place = "") => {
      const { body } = await site.ask(who, `GET /mypermissions?${asked}${place}`);
      const all = Object.values<{ key: string; havePermission: boolean }>(body.permissions);
      return all.filter((one) => one.havePermission).map((one) => one.key);
    };
    expect(await held("admin")).toEqual(["ADMINISTER", "USER_PICKER", "BROWSE_PROJECTS", "DELETE_ISSUES"]);
    expect(await held("ann", "&projectKey=PAY")).toEqual(["USER_PICKER", "BROWSE_PROJECTS", "DELETE_ISSUES"]);
    expect(await held("ann", "&projectKey=WEB")).toEqual(["USER_PICKER", "BROWSE_PROJECTS"]);
    expect(await held("ann", "&issueKey=WEB-1")).toEqual(["USER_PICKER", "BROWSE_PROJECTS"]);
    expect(await held("triage")).toEqual([]);
    expect(await held(null)).toEqual([]);
  });

  test("over-reports what depends on an issue, unless an issue is named", async () => {
    const site = await startSite();
    await site.ask("admin", "POST /permissionscheme/0/permission", {
      permission: "DELETE_ISSUES",
      holder: { type: "reporter" },
    });
    const has = async (place: string) => {
      const { body } = await site.ask("bob", `GET /mypermissions?permissions=DELETE_ISSUES&${place}`);
      return body.permissions.DELETE_ISSUES.havePermission;
    };
    expect(await has("projectKey=PAY")).toBe(true);
    expect(await has("issueKey=PAY-1")).toBe(true);
    expect(await has("issueKey=PAY-2")).toBe(false);
  });

  test("needs permissions that exist and places that are visible", async () => {
    const site = await startSite();
    expect((await site.ask("ann", "GET /mypermissions")).status).toBe(400);
    const unknown = await site.ask("ann", "GET /mypermissions?permissions=FLY");
    expect(unknown).toMatchObject({ status: 400, body: { errors: { FLY: "Unrecognized permission" } } });
    const browse = "permissions=BROWSE_PROJECTS";
    expect((await site.ask("ann", `GET /mypermissions?${browse}&projectKey=NOPE`)).status).toBe(404);
    expect((await site.ask("triage", `GET /mypermissions?${browse}&projectKey=PAY`)).status).toBe(404);
    expect((await site.ask("triage", `GET /mypermissions?${browse}&issueKey=PAY-1`)).status).toBe(404);
  });
});
