import { type IPty, spawn } from "@lydell/node-pty";
import headless from "@xterm/headless";
import { onTestFinished } from "vitest";

/** How a command ended at a terminal. */
export interface TerminalRun {
  readonly exitCode: number;
  /** The number of the signal that ended it; 0 where none did. */
  readonly signal: number;
  /** All that was written to the terminal, with what a terminal obeys. */
  readonly written: string;
  /** What stood on the terminal in the end. */
  readonly screen: string;
}

/** Where a command runs, and what is typed while it does: each text once what it answers has been written. */
export interface AtTerminal {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  readonly typed?: readonly (readonly [after: string, text: string])[];
}

/** What every sequence begins with that a terminal obeys. */
export const esc = "\u001b";

/** What sets or ends a colour; a cursor that is moved is none. */
export const colour = new RegExp(`${esc}\\[[0-9;]*m`);

const size = { cols: 200, rows: 60 };

/** The environment without what says how terminals are to be used: a terminal as a person has it. */
function plainEnvironment(): NodeJS.ProcessEnv {
  const { CI: _, NO_COLOR: __, FORCE_COLOR: ___, ...others } = process.env;
  return { ...others, TERM: "xterm-256color" };
}

/** Runs a command at a terminal of its own. */
export async function runAtTerminal(
  [file = "", ...words]: readonly string[],
  { cwd = process.cwd(), env = {}, typed = [] }: AtTerminal = {},
): Promise<TerminalRun> {
  const pty = spawn(file, [...words], { ...size, cwd, env: { ...plainEnvironment(), ...env } });
  // A program that waits for what nobody types ends with the test.
  onTestFinished(() => pty.kill());
  const screen = new headless.Terminal({ ...size, scrollback: 5000, allowProposedApi: true });
  // What a program asks a terminal about itself is answered.
  screen.onData((answer) => pty.write(answer));
  let written = "";
  const left = [...typed];
  pty.onData((text) => {
    written += text;
    screen.write(text);
    left.splice(0, typeAfter(pty, written, left));
  });
  const { exitCode, signal = 0 } = await new Promise<{ exitCode: number; signal?: number }>((resolve) => {
    pty.onExit(resolve);
  });
  await new Promise<void>((resolve) => screen.write("", resolve));
  const lines = Array.from({ length: screen.buffer.active.length }, (_, index) =>
    screen.buffer.active.getLine(index)?.translateToString(true),
  );
  return { exitCode, signal, written, screen: lines.join("\n").trimEnd() };
}

/** Types what is due by now; gives how many texts that were. */
function typeAfter(pty: IPty, written: string, left: readonly (readonly [after: string, text: string])[]): number {
  const [next] = left;
  if (next === undefined || !written.includes(next[0])) return 0;
  pty.write(next[1]);
  return 1;
}
