import type { Recording } from "../model/recording.js";
import { toRecordedCall } from "./to-recorded-call.js";

/** A call as a log tells it; a moment in seconds, milliseconds or words. */
interface LoggedCall {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly time?: string | number | undefined;
  readonly durationMs?: number | undefined;
}

/** The recording that logged calls are; what was watched is the time from the first to the last of them. */
export function toRecording(logged: readonly LoggedCall[]): Recording {
  const calls = logged.map(({ method, path, status, time, durationMs }) => {
    const moment = toIsoTime(time);
    return toRecordedCall({
      method,
      path,
      status,
      ...(moment === undefined ? {} : { time: moment }),
      ...(durationMs === undefined ? {} : { durationMs }),
    });
  });
  const times = calls.flatMap(({ time }) => (time === undefined ? [] : [time])).sort();
  const [from, to] = [times[0], times.at(-1)];
  return { watches: from === undefined || to === undefined ? [] : [{ from, to }], calls };
}

function toIsoTime(time: string | number | undefined): string | undefined {
  const isSeconds = typeof time === "number" && time < 1e11;
  const date = new Date(isSeconds ? time * 1000 : (time ?? Number.NaN));
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}
