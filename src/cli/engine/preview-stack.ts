import { z } from "zod";
import { EngineError } from "../../errors.js";
import type { Owner } from "../../model/ownership.js";
import type { PlannedStep } from "../../model/preview.js";
import { typePrefix } from "../../model/resource-type.js";
import { ownerIn } from "./owner-in.js";
import { runPulumi } from "./run-pulumi.js";

const state = z.object({ type: z.string(), inputs: z.record(z.string(), z.unknown()).default({}) }).nullish();
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
}

/**
 * What `pulumi up` would do with the resources of this package, asked of the engine itself; writes nothing.
 * @throws EngineError with what the engine says when it refuses.
 */
export async function previewStack(stack: string): Promise<EnginePreview> {
  const { exitCode, stdout, stderr } = await runPulumi(["preview", "--json", "--stack", stack]);
  if (exitCode !== 0) throw new EngineError(readRefusal(stdout) || stderr.trim() || stdout.trim());
  return readSteps(stdout);
}

/** What `pulumi preview --json` printed, as far as it is about this package. */
export function readSteps(printed: string): EnginePreview {
  const { steps } = digest.parse(JSON.parse(printed));
  return {
    owner: ownerIn(steps[0]?.urn ?? ""),
    steps: steps.flatMap(({ op, urn, oldState, newState }) => {
      const type = (newState ?? oldState)?.type ?? "";
      if (!changing.has(op) || !type.startsWith(typePrefix)) return [];
      const [before, after] = [withoutCode(oldState?.inputs), withoutCode(newState?.inputs)];
      const name = urn.slice(urn.lastIndexOf("::") + "::".length);
      return [{ kind: type.slice(typePrefix.length), name, ...(before && { before }), ...(after && { after }) }];
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
