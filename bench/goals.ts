import { type Requests, totalOf } from "./floor.js";
import type { DemoMeasurement } from "./measure-demo.js";
import type { Measurement, SizeMeasurement } from "./measure-size.js";
import type { References } from "./references.js";
import type { Scenario } from "./scenario.js";
import { listedGrants, type SizeName, sizes } from "./size.js";

/** Something that is to hold of what was measured. */
export interface Goal {
  readonly name: string;
  readonly most: number;
  readonly measured: number;
  readonly unit: "requests" | "bytes" | "s" | "MB";
}

const spareRequests = 3;
const bytesPerResource = 2048;
const bytesPerGrant = 128;
const spareSeconds = 0.3;

/** Whether a goal is reached. */
export function isReached({ measured, most }: Goal): boolean {
  return measured <= most;
}

/** Whether the bench fails where the goal is missed: requests and bytes are exact, seconds and memory are the machine's. */
export function isExact({ unit }: Goal): boolean {
  return unit === "requests" || unit === "bytes";
}

/** What is to hold of one size. */
export function goalsOf(name: SizeName, measured: SizeMeasurement, references: References): readonly Goal[] {
  const { measurements, resources, stateBytes } = measured;
  const size = sizes[name];
  const state = {
    name: "state, at 2 KB a resource and 128 bytes a listed grant",
    most: resources * bytesPerResource + listedGrants(size) * bytesPerGrant,
    measured: stateBytes,
    unit: "bytes",
  } as const;
  return [...measurements.map(toRequestsGoal), state, ...timeGoals(name, measured, references)];
}

/** What is to hold of the demo's stack. */
export function goalsOfDemo({ previewSeconds, stateBytes, resources }: DemoMeasurement, { emptyPreview }: References) {
  return [
    { name: "a preview without changes, 1.3 × an empty program's", ...seconds(1.3 * emptyPreview, previewSeconds) },
    { name: "state, at 2 KB a resource", most: resources * bytesPerResource, measured: stateBytes, unit: "bytes" },
  ] satisfies readonly Goal[];
}

function toRequestsGoal({ scenario, requests, floor }: Measurement): Goal {
  const most = totalOf(floor) + spareRequests;
  return { name: `requests of ${scenario}, the floor and 3`, most, measured: totalOf(requests), unit: "requests" };
}

function timeGoals(name: SizeName, measured: SizeMeasurement, references: References): readonly Goal[] {
  const at20 = (scenario: Scenario) =>
    measured.measurements.find((one) => one.scenario === scenario && one.latencyMs === 20);
  const [drift, up] = [at20("drift"), at20("up")];
  if (drift === undefined || up === undefined) return [];
  if (name === "50x30") {
    const most = references.nodeStart + measured.exportSeconds + drift.floorSeconds + spareSeconds;
    return [
      {
        name: "requests of drift for schemes and grants",
        ...requestsFor(drift.requests, 1, "getAllPermissionSchemes"),
      },
      { name: "drift: start of Node, export of the state, floor and 0.3 s", ...seconds(most, drift.seconds) },
      {
        name: "requests of up for schemes, 2 for each",
        ...requestsFor(up.requests, 2 * sizes[name].schemes, "createPermissionScheme", "updatePermissionScheme"),
      },
      { name: "up, 1.5 × the engine's own for 100 resources", ...seconds(1.5 * references.noOpUp, up.seconds) },
    ];
  }
  if (name !== "200x60") return [];
  return [
    { name: "drift, 1.3 × the floor", ...seconds(1.3 * drift.floorSeconds, drift.seconds) },
    { name: "memory of drift", most: 400, measured: drift.peakMb.command ?? Number.NaN, unit: "MB" },
  ];
}

function requestsFor(requests: Requests, most: number, ...ids: readonly (keyof Requests)[]) {
  const measured = ids.reduce((sum, id) => sum + (requests[id] ?? 0), 0);
  return { most, measured, unit: "requests" } as const;
}

function seconds(most: number, measured: number) {
  return { most, measured, unit: "s" } as const;
}
