import { Agent as HttpAgent } from "node:http";
import { Agent as HttpsAgent } from "node:https";
import axios, { type AxiosInstance, isAxiosError } from "axios";
import type { Credentials } from "../credentials.js";

/** How long an answer may be, once it is unpacked. */
export const mostAnswerBytes = 64 * 2 ** 20;

/** The fault of an answer that is longer. */
export const tooLarge = "answer too large";

/** What is wrong with a request that got no whole answer: a code of Node's or of axios, or `tooLarge`. */
export function faultOf(error: unknown): string {
  if (!isAxiosError(error)) return "unknown fault";
  return error.message.startsWith("maxContentLength ") ? tooLarge : (error.code ?? "unknown fault");
}

/** The HTTP side of a connection: one keep-alive pool, no redirects, bounded answers. */
export function openHttp(credentials: Credentials, timeoutMs: number): AxiosInstance {
  return axios.create({
    baseURL: credentials.baseUrl,
    timeout: timeoutMs,
    maxRedirects: 0,
    maxContentLength: mostAnswerBytes,
    responseType: "text",
    transformResponse: (body: unknown) => body,
    validateStatus: () => true,
    paramsSerializer: { indexes: null },
    proxy: false,
    httpAgent: new HttpAgent({ keepAlive: true }),
    httpsAgent: new HttpsAgent({ keepAlive: true }),
    headers: { Accept: "application/json" },
  });
}
