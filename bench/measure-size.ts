import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { commandFile } from "../infra/package-folder.js";
import { openProject, pulumiScript, readDefinition, type TemporaryProject } from "../infra/trial/engine.js";
import { type SeenRequest, type Site, startSite } from "../infra/trial/site.js";
import type { OperationId } from "../src/catalogue/called-operations.js";
import { matchOperation } from "../src/catalogue/match-operation.js";
import { manyAtOnce, quickStart, savedOnce } from "../src/cli/engine/engine-speed.js";
import { floorOf, floorSeconds, type Requests } from "./floor.js";
import { admin, adminToken, seedOf, stackOf } from "./plan-site.js";
import { type MeasuredRun, type PeakMemory, runMeasured } from "./run-measured.js";
import { type Scenario, scenarios } from "./scenario.js";
import type { Size } from "./size.js";
import { type StateWeight, weighState } from "./weigh-state.js";

/** One scenario of one size at one latency, beside what it cannot do without. */
export interface Measurement {
  readonly scenario: Scenario;
  readonly latencyMs: number;
  readonly requests: Requests;
  readonly floor: Requests;
  readonly seconds: number;
  readonly floorSeconds: number;
  readonly peakMb: PeakMemory;
}

/** All scenarios of one size at one latency, with the state as `up` left it. */
export interface SizeMeasurement extends StateWeight {
  readonly measurements: readonly Measurement[];
}

const words: Readonly<Record<Exclude<Scenario, "drift" | "verify">, readonly string[]>> = {
  up: ["up", "--yes", "--skip-preview"],
  preview: ["preview", "--expect-no-changes"],
  refresh: ["refresh", "--yes", "--skip-preview"],
  destroy: ["destroy", "--yes", "--skip-preview"],
};

const stack = "bench";

/**
 * Runs every scenario once, on a site and with a state of their own.
 * @param tell is told of each as soon as it is measured.
 * @throws Error with what was printed when a run fails.
 */
export async function measureSize(
  size: Size,
  latencyMs: number,
  tell: (measurement: Measurement) => void,
): Promise<SizeMeasurement> {
  const project = await openProject(readDefinition(), stack, {});
  const seed = join(project.folder, "seed.json");
  writeFileSync(seed, JSON.stringify(seedOf(size)));
  const site = await startSite(false, "--seed", seed, "--latency", `${latencyMs}`);
  const told = project.with({
    JIRA_URL: site.url,
    JIRA_EMAIL: admin,
    JIRA_API_TOKEN: adminToken,
    ...(size.inBulk ? savedOnce : {}),
  });
  try {
    writeFileSync(project.stackFile, stackOf(size));
    const measurements: Measurement[] = [];
    let state: StateWeight = { resources: 0, stateBytes: 0, exportSeconds: 0 };
    for (const scenario of scenarios) {
      const measurement = await measure(told, site, { scenario, size, latencyMs });
      measurements.push(measurement);
      tell(measurement);
      if (scenario === "up") state = await weighState(told);
    }
    return { measurements, ...state };
  } finally {
    site.stop();
    project.remove();
  }
}

interface Subject {
  readonly scenario: Scenario;
  readonly size: Size;
  readonly latencyMs: number;
}

async function measure(
  project: TemporaryProject,
  site: Site,
  { scenario, size, latencyMs }: Subject,
): Promise<Measurement> {
  await site.takeRequests();
  const { seconds, peakMb } = await runScenario(project, scenario);
  const floor = floorOf(scenario, size);
  const requests = countByOperation(await site.takeRequests());
  return { scenario, latencyMs, requests, floor, seconds, floorSeconds: floorSeconds(floor, latencyMs), peakMb };
}

function runScenario(project: TemporaryProject, scenario: Scenario): Promise<MeasuredRun> {
  if (scenario === "drift" || scenario === "verify") {
    return runIn(project, [commandFile, scenario, stack]);
  }
  return runIn(project.with(quickStart(process.env)), [
    pulumiScript,
    ...words[scenario],
    ...manyAtOnce,
    "--stack",
    stack,
    "--non-interactive",
  ]);
}

async function runIn(project: TemporaryProject, words: readonly string[]): Promise<MeasuredRun> {
  const env = { ...process.env, ...project.settings };
  const run = await runMeasured(process.execPath, words, { cwd: project.folder, env });
  if (run.exitCode === 0) return run;
  throw new Error(`${words.join(" ")} ended with ${run.exitCode}\n${run.stdout}\n${run.stderr}`);
}

function countByOperation(seen: readonly SeenRequest[]): Requests {
  const counts = new Map<OperationId, number>();
  for (const { method, path } of seen) {
    const id = matchOperation(method, path) as OperationId;
    counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return Object.fromEntries(counts);
}
