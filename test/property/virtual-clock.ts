import { syncBuiltinESMExports } from "node:module";
import timersPromises from "node:timers/promises";
import { vi } from "vitest";

const anHourMs = 3_600_000;

/**
 * Has every wait in this process take no time from now on, the client's and the emulator's alike: whenever nothing else
 * is left to do, the clock goes on to when the next wait ends. A wait that is chosen by chance is always the middle one.
 */
export function startVirtualClock(): void {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date", "performance"] });
  vi.setTimerTickMode("nextTimerAsync");
  vi.spyOn(timersPromises, "setTimeout").mockImplementation((ms) => new Promise((end) => setTimeout(end, ms)));
  // Modules that import it by name see the other one only then.
  syncBuiltinESMExports();
  vi.spyOn(Math, "random").mockReturnValue(0.5);
}

/** Lets so much time pass that nothing is slowed any more by what was asked or ordered before. */
export function letTimePass(): void {
  vi.advanceTimersByTime(anHourMs);
}
