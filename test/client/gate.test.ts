import { describe, expect, test } from "vitest";
import { burstPerSecond, createGate } from "../../src/client/gate.js";

describe("createGate", () => {
  test("lets no more through in a second than the site permits for that method and path", async () => {
    const gate = createGate();
    const starts: number[] = [];
    const pass = () =>
      gate.pass({ id: "deletePermissionScheme", method: "DELETE" }, async () => void starts.push(performance.now()));
    await Promise.all(Array.from({ length: burstPerSecond.DELETE + 5 }, pass));
    const [first = 0] = starts;
    expect(starts.filter((ms) => ms - first < 900)).toHaveLength(burstPerSecond.DELETE);
  });

  test("holds only the operation that was told to wait", async () => {
    const gate = createGate();
    const startMs = performance.now();
    gate.hold({ id: "getAllProjectRoles", method: "GET" }, 300);
    await gate.pass({ id: "getCurrentUser", method: "GET" }, async () => undefined);
    expect(performance.now() - startMs).toBeLessThan(200);
    await gate.pass({ id: "getAllProjectRoles", method: "GET" }, async () => undefined);
    expect(performance.now() - startMs).toBeGreaterThanOrEqual(290);
  });
});
