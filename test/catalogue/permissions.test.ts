import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import {
  describePermission,
  grantablePermissionKeys,
  isAppPermissionKey,
  isBuiltInPermissionKey,
  permissions,
} from "../../src/catalogue/permissions.js";

const reference = "../shared/jira/permissions.json";
const referenceShape = z.object({
  permissions: z.array(
    z.object({ key: z.string(), type: z.enum(["PROJECT", "GLOBAL"]), grantableInScheme: z.boolean() }),
  ),
});

describe("the permission catalogue", () => {
  it("needs only permissions that it knows, and none twice or of itself", () => {
    for (const [key, { needs }] of Object.entries(permissions)) {
      expect(needs).not.toContain(key);
      expect(new Set(needs).size).toBe(needs.length);
      for (const need of needs) expect(grantablePermissionKeys).toContain(need);
    }
  });

  it("lists with each need what that need needs", () => {
    for (const [key, { needs }] of Object.entries(permissions)) {
      const indirect = needs.flatMap((need) => describePermission(need)?.needs ?? []);
      expect([key, indirect.filter((need) => !needs.some((direct) => direct === need))]).toEqual([key, []]);
    }
  });

  it("lets schemes grant neither global nor hidden permissions", () => {
    for (const key of ["ADMINISTER", "SYSTEM_ADMIN", "CREATE_PROJECT", "VIEW_PROJECTS", "VIEW_ISSUES"]) {
      expect(grantablePermissionKeys).not.toContain(key);
    }
    expect(grantablePermissionKeys).toContain("BROWSE_PROJECTS");
  });

  it.each(["toString", "__proto__", "browse_projects", ""])("does not know %j", (key) => {
    expect([isBuiltInPermissionKey(key), describePermission(key)]).toEqual([false, undefined]);
  });

  it.each([
    ["com.example.app__module", true],
    ["app__module", true],
    ["BROWSE_PROJECTS", false],
    ["__module", false],
    ["app__", false],
    ["app module__x", false],
  ])("tells whether %s is the key of an app", (key, isApp) => {
    expect(isAppPermissionKey(key)).toBe(isApp);
  });
});

describe.skipIf(!existsSync(reference))(`the permission catalogue against ${reference}`, () => {
  const known = () => referenceShape.parse(JSON.parse(readFileSync(reference, "utf8"))).permissions;

  it("has every key and no other", () => {
    expect(Object.keys(permissions).sort()).toEqual(
      known()
        .map(({ key }) => key)
        .sort(),
    );
  });

  it("has the same level", () => {
    expect(
      Object.entries(permissions)
        .map(([key, { level }]) => [key, level.toUpperCase()])
        .sort(),
    ).toEqual(
      known()
        .map(({ key, type }) => [key, type])
        .sort(),
    );
  });

  it("grants the same keys in schemes", () => {
    const grantable = known().filter(({ grantableInScheme }) => grantableInScheme);
    expect([...grantablePermissionKeys].sort()).toEqual(grantable.map(({ key }) => key).sort());
  });
});
