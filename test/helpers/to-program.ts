import type { Declared as InProgram } from "./library-project.js";
import { type Declared, urnOf } from "./stack-step.js";

/** What the stand-in for the engine is told, as the program of a library project declares it, by `kind::name`. */
export function toProgram(declared: readonly Declared[]): Readonly<Record<string, InProgram>> {
  return Object.fromEntries(
    declared.map(({ kind, inputs: { owner: _, ...args }, dependsOn, ...rest }) => [
      urnOf({ kind, ...rest }).replace("::", " "),
      { kind, args, dependsOn: dependsOn.map((urn) => urn.replace("::", " ")) },
    ]),
  );
}
