import { z } from "zod";
import { readFileAs, TextFault } from "../file-error.js";
import type { Recording } from "../model/recording.js";
import { parseAs } from "./parse-as.js";
import { toRecording } from "./to-recording.js";

const moment = z.union([z.string(), z.number()]).optional();

const line = z
  .object({
    method: z.string(),
    path: z.string().optional(),
    url: z.string().optional(),
    status: z.coerce.number(),
    time: moment,
    timestamp: moment,
    durationMs: z.coerce.number().optional(),
  })
  .refine(({ path, url }) => (path ?? url) !== undefined, "path or url is needed");

/**
 * The calls in an access log of a file, as `readLog` reads it.
 * @throws FileError
 */
export function readLogFile(file: string): Recording {
  return readFileAs(file, readLog, "each line is JSON with method, path or url, and status");
}

/**
 * The calls in an access log of JSON lines, each with `method`, `path` or `url`, `status`, and if it likes `time` or
 * `timestamp` and `durationMs`.
 * @throws TextFault about the first line that is not of this form.
 */
export function readLog(text: string): Recording {
  const lines = text.split("\n").map((text, index) => ({ text: text.trim(), number: index + 1 }));
  return toRecording(
    lines
      .filter(({ text }) => text !== "")
      .map(({ text, number }) => {
        const { method, path, url, status, time, timestamp, durationMs } = parseLine(text, number);
        const { pathname } = new URL(path ?? url ?? "", "http://localhost");
        return { method, path: pathname, status, time: time ?? timestamp, durationMs };
      }),
  );
}

function parseLine(text: string, number: number): z.output<typeof line> {
  try {
    return parseAs(line, JSON.parse(text));
  } catch (error) {
    throw new TextFault(error instanceof SyntaxError ? "not valid JSON" : (error as Error).message, number);
  }
}
