import { expect } from "vitest";
import type { Site } from "../../src/emulator/state/state.js";

/** Expects that no two schemes, roles or groups of a site have one name. */
export function expectNoDoubles({ schemes, roles, groups }: Pick<Site, "schemes" | "roles" | "groups">): void {
  for (const objects of [schemes, roles, groups]) {
    const names = objects.map((one) => `${one.name}${"project" in one ? ` of ${one.project}` : ""}`);
    expect(names).toEqual([...new Set(names)]);
  }
}
