import { expect, test } from "vitest";
import { measureSize } from "../../bench/measure-size.js";
import type { Size } from "../../bench/size.js";

const small: Size = { schemes: 2, grantsPerScheme: 12, projects: 2, rolesPerProject: 0, accounts: 3, inBulk: false };

/** As measured and a little more, for the moments that the engine notes are not always written with all their digits. */
const stateBytes = 13_300;

test("from up to destroy no request is sent that could be done without, and the state stays small", async () => {
  const { measurements, stateBytes: measured } = await measureSize(small, 0, () => {});
  for (const { scenario, requests, floor } of measurements) expect(requests, scenario).toEqual(floor);
  expect(measurements.map(({ scenario }) => scenario)).toContain("destroy");
  expect(measured).toBeGreaterThan(stateBytes - 300);
  expect(measured).toBeLessThanOrEqual(stateBytes);
});
