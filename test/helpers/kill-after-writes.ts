import { execFileSync } from "node:child_process";
import type { TemporaryProject } from "../../infra/trial/engine.js";
import { mendCheckpoint } from "./mend-checkpoint.js";

/** A run of the engine that is killed on the way. */
interface Killing {
  /** To be called when a write has had its effect, before it is answered. */
  readonly onWrite: () => void;
  /** Resolves to whether it was killed, once it has ended and the stack is no longer locked. */
  readonly ended: Promise<boolean>;
}

/** Runs the Pulumi CLI, and kills it and its providers once so many writes have had their effect. */
export function killAfterWrites(project: TemporaryProject, words: readonly string[], writes: number): Killing {
  const child = project.start(...words);
  for (const stream of [child.stdout, child.stderr]) stream?.resume();
  let left = writes;
  let killed = false;
  const closed = new Promise((resolve) => child.once("close", resolve));
  return {
    onWrite() {
      left -= 1;
      if (left !== 0 || child.pid === undefined) return;
      killed = true;
      // Providers and language hosts have process groups of their own, but they are of one session.
      execFileSync("pkill", ["-KILL", "-s", `${child.pid}`]);
    },
    ended: closed.then(async () => {
      if (killed) {
        mendCheckpoint(project.settings);
        await project.pulumi("cancel", "--yes");
      }
      return killed;
    }),
  };
}
