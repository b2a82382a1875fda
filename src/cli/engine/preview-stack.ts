import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { EngineError } from "../../errors.js";
import type { Owner } from "../../model/ownership.js";
import type { PlannedStep, PolicyViolation } from "../../model/preview.js";
import { withAdvice } from "./advise.js";
import { manyAtOnce, quickStart } from "./engine-speed.js";
import { readPolicyEvents } from "./read-policy-events.js";
import { type PulumiRun, runPulumi } from "./run-pulumi.js";
import { ownerIn, resourceIn } from "./urn.js";

const state = z.object({ inputs: z.record(z.string(), z.unknown()).default({}) }).nullish();
const digest = z.object({
  steps: z.array(z.object({ op: z.string(), urn: z.string(), oldState: state, newState: state })).default([]),
  diagnostics: z.array(z.object({ message: z.string().default(""), severity: z.string().default("") })).default([]),
});

/** The operations that change something; the parts of a replacement are told by `replace`. */
const changing = new Set(["create", "update", "delete", "replace", "import"]);

/** What the engine would do with the resources of this package. */
export interface EnginePreview {
  /** The mark of the stack. */
  readonly owner: Owner;
  readonly steps: readonly PlannedStep[];
  /** What policies object to; absent where none were asked. */
  readonly violations?: readonly PolicyViolation[];
}

/** Folders of policy packs, and the files of their settings in the same order. */
export interface PolicyPacks {
  readonly packs: readonly string[];
  readonly settings: readonly string[];
}

/**
 * What `pulumi up` would do with the resources of this package, asked of the engine itself; writes nothing. What policies
 * alone refuse is told all the same.
 * @throws EngineError with what the engine says when it refuses.
 */
export async function previewStack(stack: string, policies: PolicyPacks): Promise<EnginePreview> {
  const words = ["preview", ...manyAtOnce, "--json", "--stack", stack];
  const { packs, settings } = policies;
  if (packs.length === 0) {
    const run = await runPulumi(words, quickStart(process.env));
    if (run.exitCode !== 0) refuse(run);
    return readSteps(run.stdout);
  }
  const named = [
    ...packs.flatMap((pack) => ["--policy-pack", pack]),
    ...settings.flatMap((file) => ["--policy-pack-config", file]),
  ];
  const { run, events } = await runWithEvents([...words, ...named]);
  const { violations, isComplete } = readPolicyEvents(events);
  const isJudgedOnly = isComplete && violations.some(({ isMandatory }) => isMandatory);
  if (run.exitCode !== 0 && !isJudgedOnly) refuse(run);
  return { ...readSteps(run.stdout), violations };
}

function refuse({ stdout, stderr }: PulumiRun): never {
  throw new EngineError(withAdvice(readRefusal(stdout) || `pulumi preview: ${stderr.trim() || stdout.trim()}`));
}

/** Runs the Pulumi CLI, and gives the events of its engine too, which it writes for those who debug it. */
async function runWithEvents(words: readonly string[]): Promise<{ readonly run: PulumiRun; readonly events: string }> {
  const folder = mkdtempSync(join(tmpdir(), "jira-access-"));
  const log = join(folder, "events");
  try {
    const run = await runPulumi([...words, "--event-log", log], {
      ...quickStart(process.env),
      PULUMI_DEBUG_COMMANDS: "true",
    });
    return { run, events: existsSync(log) ? readFileSync(log, "utf8") : "" };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What `pulumi preview --json` printed, as far as it is about this package. */
export function readSteps(printed: string): EnginePreview {
  const { steps } = digest.parse(JSON.parse(printed));
  return {
    owner: ownerIn(steps[0]?.urn ?? ""),
    steps: steps.flatMap(({ op, urn, oldState, newState }) => {
      const resource = resourceIn(urn);
      if (!changing.has(op) || resource === undefined) return [];
      const [before, after] = [withoutCode(oldState?.inputs), withoutCode(newState?.inputs)];
      return [{ ...resource, ...(before && { before }), ...(after && { after }) }];
    }),
  };
}

function withoutCode(inputs: Readonly<Record<string, unknown>> | undefined): PlannedStep["before"] {
  if (inputs === undefined) return undefined;
  const { __provider: _, ...own } = inputs;
  return own;
}

/** Why `pulumi preview --json` refused, by what it printed; empty where that does not say. */
export function readRefusal(printed: string): string {
  try {
    const { diagnostics } = digest.parse(JSON.parse(printed));
    const errors = diagnostics.filter(({ severity }) => severity === "error");
    return errors.map(({ message }) => message.replace(/^error: /, "").trim()).join("\n");
  } catch {
    return "";
  }
}
