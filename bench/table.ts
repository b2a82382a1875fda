import { totalOf } from "./floor.js";
import { type Goal, isReached } from "./goals.js";
import type { Measurement, SizeMeasurement } from "./measure-size.js";
import type { PeakMemory } from "./run-measured.js";

const head = ["latency", "scenario", "requests", "floor", "seconds", "floor", "× floor", "most memory, MB"];

/** The measurements of one size as a table in Markdown. */
export function formatTable(measured: readonly SizeMeasurement[]): string {
  const rows = measured.flatMap(({ measurements }) => measurements.map(toCells));
  return toTable(head, rows);
}

/** One measurement in a line. */
export function describeMeasurement(measurement: Measurement): string {
  const { scenario, latencyMs, requests, floor, seconds, peakMb } = measurement;
  const counts = `${totalOf(requests)} requests (floor ${totalOf(floor)})`;
  return `${scenario} at ${latencyMs} ms: ${counts}, ${seconds.toFixed(1)} s, ${formatMemory(peakMb)}`;
}

function toCells({ scenario, latencyMs, requests, floor, seconds, floorSeconds, peakMb }: Measurement): string[] {
  return [
    `${latencyMs} ms`,
    scenario,
    `${totalOf(requests)}`,
    `${totalOf(floor)}`,
    seconds.toFixed(1),
    floorSeconds.toFixed(2),
    floorSeconds === 0 ? "" : (seconds / floorSeconds).toFixed(1),
    formatMemory(peakMb),
  ];
}

function formatMemory(peakMb: PeakMemory): string {
  const parts = Object.entries(peakMb).map(([role, mb]) => `${role} ${Math.round(mb)}`);
  return parts.length === 0 ? "not measured" : parts.join(", ");
}

/** Goals as a table in Markdown. */
export function formatGoals(goals: readonly Goal[]): string {
  const rows = goals.map((goal) => {
    const amount = (value: number) =>
      goal.unit === "s" ? `${value.toFixed(2)} s` : `${Math.round(value)} ${goal.unit}`;
    return [goal.name, amount(goal.most), amount(goal.measured), isReached(goal) ? "reached" : "missed"];
  });
  return toTable(["goal", "at most", "measured", ""], rows);
}

function toTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}
