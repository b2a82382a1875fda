import { writeFileSync } from "node:fs";
import { z } from "zod";
import { readFileAs, unwritable } from "../file-error.js";
import type { Recording } from "../model/recording.js";
import { parseAs } from "./parse-as.js";

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
 * @throws FileError when there is a file of that name, or none can be written.
 */
export function writeRecording(file: string, kept: Recording): void {
  try {
    writeFileSync(file, `${JSON.stringify({ version: 1, ...kept }, null, 1)}\n`, { mode: 0o600, flag: "wx" });
  } catch (error) {
    throw unwritable(file, error);
  }
}

/**
 * The recording that a file holds.
 * @throws FileError
 */
export function readRecording(file: string): Recording {
  return readFileAs(file, parseRecording, "name a file that jira-access record --out wrote");
}

function parseRecording(text: string): Recording {
  const { version: _, ...kept } = parseAs(recording, JSON.parse(text));
  return kept;
}
