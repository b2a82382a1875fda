import { expect, test } from "vitest";
import { floorOf, floorSeconds, totalOf } from "../../bench/floor.js";
import { sizes } from "../../bench/size.js";

test("a drift of the largest size takes half a minute of the site's, whatever the latency", () => {
  const floor = floorOf("drift", sizes["200x60"]);
  expect(floor).toMatchObject({ getAllPermissionSchemes: 1, getAssignedPermissionScheme: 1000, getProjectRole: 3001 });
  expect(floorSeconds(floor, 20)).toBe(30.02);
});

test("a scheme is created in two requests, and accounts are found by pages", () => {
  const floor = floorOf("up", sizes["200x60"]);
  expect(floor).toMatchObject({ createPermissionScheme: 200, updatePermissionScheme: 200, findUsers: 8 });
});

test("to find out that nothing is to be done costs the same in a preview as in a refresh and what the program reads", () => {
  const [preview, refresh] = [floorOf("preview", sizes["50x30"]), floorOf("refresh", sizes["50x30"])];
  expect(totalOf(preview) - totalOf(refresh)).toBe(8);
});
