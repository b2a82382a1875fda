import { z } from "zod";
import { readFileAs } from "../file-error.js";
import type { Recording } from "../model/recording.js";
import { parseAs } from "./parse-as.js";
import { toRecording } from "./to-recording.js";

const har = z.object({
  log: z.object({
    entries: z.array(
      z.object({
        startedDateTime: z.string().optional(),
        time: z.number().optional(),
        request: z.object({ method: z.string(), url: z.string() }),
        response: z.object({ status: z.number() }),
      }),
    ),
  }),
});

/**
 * The calls of Jira's and of apps' REST APIs in a HAR file; everything else that a browser asked for is left out.
 * @throws FileError
 */
export function readHarFile(file: string): Recording {
  return readFileAs(file, readHar, "name a HAR file as browsers save them");
}

/**
 * The same of a text.
 * @throws Error when it is no HAR.
 */
export function readHar(text: string): Recording {
  const { entries } = parseAs(har, JSON.parse(text)).log;
  return toRecording(
    entries.flatMap(({ startedDateTime, time, request, response }) => {
      const path = URL.canParse(request.url) ? new URL(request.url).pathname : "";
      const isApi = /^(\/ex\/jira\/[^/]+)?\/rest\//.test(path);
      return isApi
        ? [{ method: request.method, path, status: response.status, time: startedDateTime, durationMs: time }]
        : [];
    }),
  );
}
