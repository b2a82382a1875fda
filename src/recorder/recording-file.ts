import { readFileSync, writeFileSync } from "node:fs";
import { z } from "zod";
import { RecordingError } from "../errors.js";
import type { Recording } from "../model/recording.js";

const moment = z.iso.datetime();

const recording = z.strictObject({
  version: z.literal(1),
  user: z.string().exactOptional(),
  watches: z.array(z.strictObject({ from: moment, to: moment })),
  calls: z.array(
    z.strictObject({
      method: z.string(),
      path: z.string(),
      operation: z.string().exactOptional(),
      status: z.int(),
      time: moment.exactOptional(),
      durationMs: z.number().exactOptional(),
    }),
  ),
});

/**
 * Keeps a recording in a new file that only its owner can read.
 * @throws RecordingError when there is a file of that name, or none can be written.
 */
export function writeRecording(file: string, kept: Recording): void {
  try {
    writeFileSync(file, `${JSON.stringify({ version: 1, ...kept }, null, 1)}\n`, { mode: 0o600, flag: "wx" });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new RecordingError(`${file}: ${code === "EEXIST" ? "there is a file of that name already" : message}`);
  }
}

/**
 * What such a text holds.
 * @throws Error when it is no recording.
 */
export function parseRecording(text: string): Recording {
  const { version: _, ...kept } = recording.parse(JSON.parse(text));
  return kept;
}

/**
 * What a reader of texts makes of a file.
 * @throws RecordingError that names the file when it cannot be read or is not of the reader's form.
 */
export function readFileAs(file: string, read: (text: string) => Recording): Recording {
  try {
    return read(readFileSync(file, "utf8"));
  } catch (error) {
    const [issue] = error instanceof z.ZodError ? error.issues : [];
    const why = issue === undefined ? (error as Error).message : `${issue.path.join(".")}: ${issue.message}`;
    throw new RecordingError(`${file}: ${why}`);
  }
}
