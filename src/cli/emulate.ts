import { Command, InvalidArgumentError } from "commander";
import { readSeed } from "../emulator/seed/read-seed.js";
import { type RunningEmulator, startEmulator } from "../emulator/start-emulator.js";
import { FileError } from "../file-error.js";
import { printOut } from "./terminal/print-out.js";
import { withProgress } from "./terminal/progress.js";

interface EmulateOptions {
  readonly port: number;
  readonly json?: true;
  readonly seed?: string;
  readonly latency: number;
  readonly limits?: true;
}

const examples = `
Examples:
  jira-access emulate --port 8080
  jira-access emulate --json --seed site.yaml --limits

Exit code: 0 when it was told to stop, 1 when the seed cannot be read or the port is taken.`;

/** The verb `emulate`: runs the emulator until it is told to stop. */
export function emulateCommand(): Command {
  return new Command("emulate")
    .description("run a small Jira Cloud site on this machine")
    .option("--port <number>", "port of the site; 0 takes any free one", parsePort, 0)
    .option("--seed <file>", "YAML or JSON file that describes the site (default: the company acme)")
    .option("--latency <ms>", "how long every answer takes at least", parseCount, 0)
    .option("--limits", "refuse too many requests at once, as Jira does (default: as the seed says)")
    .option("--json", "print the addresses as one line of JSON")
    .addHelpText("after", examples)
    .action(emulate);
}

async function emulate({ port, json, seed, latency, ...given }: EmulateOptions, command: Command): Promise<void> {
  const read = seed === undefined ? {} : { seed: readSeed(seed) };
  const start = () => startEmulator({ port, latencyMs: latency, ...given, ...read });
  const emulator = await withProgress("planting the site", start).catch(fail);
  const stop = () => void emulator.close();
  process.once("SIGINT", stop).once("SIGTERM", stop);
  printOut(json ? toJson(emulator) : toText(emulator, seed));

  function fail(error: NodeJS.ErrnoException): never {
    if (error.code === undefined && seed !== undefined) throw new FileError(seed, `${error.message} Mend it there.`);
    const why = portFaults[error.code ?? ""] ?? `cannot be opened (${error.code ?? error.message})`;
    command.error(`error: port ${port} ${why}; name another with --port, or 0 for any that is free`);
  }
}

const portFaults: Readonly<Record<string, string>> = {
  EADDRINUSE: "is taken",
  EACCES: "is not for your user to open",
};

function toJson({ close: _, ...addresses }: RunningEmulator): string {
  return JSON.stringify(addresses);
}

function toText({ url, controlUrl }: RunningEmulator, seed: string | undefined): string {
  const account = seed === undefined ? "\nLog in as admin@acme.example with the token emulator-admin-token." : "";
  return `Emulating Jira Cloud at ${url}${account}\nControl it at ${controlUrl}\nCtrl-C stops it.`;
}

function parsePort(text: string): number {
  const port = parseCount(text);
  if (port > 65_535) throw new InvalidArgumentError("A port is at most 65535.");
  return port;
}

function parseCount(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError("It must be a whole number.");
  return Number(text);
}
