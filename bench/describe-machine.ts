import { cpus, loadavg, totalmem } from "node:os";

/** The machine that measures, and how busy it is, in a line. */
export function describeMachine(): string {
  const [load = 0] = loadavg();
  const processors = cpus();
  const gb = Math.round(totalmem() / 2 ** 30);
  return `${processors.length} × ${processors[0]?.model ?? "processor"}, ${gb} GB, Node ${process.versions.node}; load ${load.toFixed(1)} at the end.`;
}
