import { listen } from "../loopback/listen.js";
import type { RecordedCall, Recording } from "../model/recording.js";
import { runCommand } from "./run-command.js";
import { serveRecorder } from "./serve-recorder.js";

/** A command that ran, and what it was seen to do. */
export interface RecordedRun {
  readonly exitCode: number;
  readonly recording: Recording;
}

/**
 * Runs a command whose calls of Jira go through a recorder: it is given the recorder's address as `JIRA_URL` and
 * `JIRA_GATEWAY_URL`, and sends its own credentials, which are passed on and never kept.
 * @param upstream where the calls go, as `checkUpstream` gives it.
 * @param readsInput whether the command reads what this process is given to read, or nothing.
 * @throws RecordingError when the command cannot be started.
 */
export async function recordRun(
  command: readonly string[],
  upstream: string,
  readsInput: boolean,
): Promise<RecordedRun> {
  const calls: RecordedCall[] = [];
  const server = await listen(0, (port) => serveRecorder({ upstream, port, onCall: (call) => void calls.push(call) }));
  const from = new Date().toISOString();
  const url = `http://127.0.0.1:${server.port}`;
  try {
    const exitCode = await runCommand(
      command,
      { JIRA_URL: url, JIRA_GATEWAY_URL: url, ...withoutProxy(process.env) },
      readsInput,
    );
    return { exitCode, recording: { watches: [{ from, to: new Date().toISOString() }], calls } };
  } finally {
    await server.close();
  }
}

/** Has the command reach the recorder without a proxy, which would get its credentials unencrypted. */
function withoutProxy({ NO_PROXY, no_proxy }: NodeJS.ProcessEnv): Readonly<Record<string, string>> {
  const list = [no_proxy ?? NO_PROXY, "127.0.0.1"].filter((entry) => entry).join(",");
  return { NO_PROXY: list, no_proxy: list };
}
