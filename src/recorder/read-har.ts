import { z } from "zod";
import type { Recording } from "../model/recording.js";
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
 * @throws Error when the text is no HAR.
 */
export function readHar(text: string): Recording {
  const { entries } = har.parse(JSON.parse(text)).log;
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
