import { appendFileSync, readFileSync, writeFileSync } from "node:fs";

/** What one run of an engine asked the providers; each phase is sorted, for what does not wait comes at once. */
export interface RunCalls {
  /** What the site holds is read into the state. */
  readonly refresh: readonly string[];
  /** The program declares. */
  readonly program: readonly string[];
  /** What is not declared any more goes. */
  readonly deletions: readonly string[];
}

type Method = (...given: Readonly<Record<string, unknown>>[]) => unknown;

/** A provider that notes each of its calls as a line `method kind name` in a file; run by Node as it stands here. */
export function logCalls<Provider extends object>(file: string, kind: string, provider: Provider): Provider {
  return new Proxy(provider, {
    get(target, key) {
      const method = Reflect.get(target, key) as Method | undefined;
      if (method === undefined || key === "configure") return method;
      return (...given: Readonly<Record<string, unknown>>[]) => {
        const { name, holder, group } = given.at(-1) ?? {};
        appendFileSync(file, `${String(key)} ${kind} ${name ?? holder ?? group}\n`);
        return method(...given);
      };
    },
  });
}

/** Takes the calls since the last time. */
export function takeCalls(file: string): RunCalls {
  const lines = readFileSync(file, "utf8").split("\n").slice(0, -1);
  writeFileSync(file, "");
  const of = (part: readonly string[], ...methods: readonly string[]) =>
    part.filter((line) => methods.some((method) => line.startsWith(`${method} `))).sort();
  const begin = lines.findIndex((line) => line.startsWith("check "));
  const program = begin < 0 ? lines.length : begin;
  return {
    refresh: of(lines.slice(0, program), "read", "diff"),
    program: of(lines.slice(program), "read", "check", "diff", "create", "update"),
    deletions: of(lines, "delete"),
  };
}
