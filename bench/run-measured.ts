import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { text } from "node:stream/consumers";

/** The processes of a run whose memory is told apart. */
const roles = ["engine", "program", "provider", "command"] as const;

/** The most memory that a process of each role held, in MB, as the system keeps it (`VmHWM`); empty but on Linux. */
export type PeakMemory = Readonly<Partial<Record<(typeof roles)[number], number>>>;

/** One run of a program with all that it starts. */
export interface MeasuredRun {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
  readonly seconds: number;
  readonly peakMb: PeakMemory;
}

const sampleMs = 100;

/** Runs a program in a session of its own, and watches the memory of every process in it. */
export async function runMeasured(
  file: string,
  words: readonly string[],
  options: { readonly cwd?: string; readonly env?: NodeJS.ProcessEnv } = {},
): Promise<MeasuredRun> {
  const startMs = performance.now();
  const child = spawn(file, words, { ...options, detached: true, stdio: ["ignore", "pipe", "pipe"] });
  const peaks = new Map<number, { readonly role: keyof PeakMemory; readonly mb: number }>();
  const timer = setInterval(() => {
    for (const [pid, peak] of readSession(child.pid ?? 0)) peaks.set(pid, peak);
  }, sampleMs);
  const exit = new Promise<number>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve(code ?? 1));
  });
  const [exitCode, stdout, stderr] = await Promise.all([exit, text(child.stdout), text(child.stderr)]);
  clearInterval(timer);
  const seconds = (performance.now() - startMs) / 1000;
  const mbOf = (role: string) => [...peaks.values()].flatMap((peak) => (peak.role === role ? peak.mb : []));
  const peakMb = Object.fromEntries(roles.flatMap((role) => toEntry(role, mbOf(role))));
  return { exitCode, stdout, stderr, seconds, peakMb };
}

function toEntry(role: string, mb: readonly number[]): [string, number][] {
  return mb.length === 0 ? [] : [[role, Math.max(...mb)]];
}

function readSession(session: number): [number, { readonly role: keyof PeakMemory; readonly mb: number }][] {
  if (process.platform !== "linux") return [];
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        const afterName = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1) ?? "";
        if (Number(afterName.split(" ")[3]) !== session) return [];
        const role = roleOf(readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0"));
        const [, kb] = /VmHWM:\s*(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
        return role === undefined || kb === undefined ? [] : [[Number(pid), { role, mb: Number(kb) / 1024 }]];
      } catch {
        return [];
      }
    });
}

function roleOf([program = "", ...words]: readonly string[]): keyof PeakMemory | undefined {
  if (program.endsWith("/pulumi")) return "engine";
  if (words.some((word) => word.includes("/cmd/dynamic-provider"))) return "provider";
  if (words.some((word) => word.includes("/cmd/run"))) return "program";
  return words.some((word) => word.endsWith("/cli/main.js")) ? "command" : undefined;
}
