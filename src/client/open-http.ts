import { Agent as HttpAgent } from "node:http";
import { Agent as HttpsAgent } from "node:https";
import axios, { type AxiosInstance } from "axios";
import type { Credentials } from "./credentials.js";

/** The HTTP side of a connection: one keep-alive pool, no redirects, bounded answers. */
export function openHttp(credentials: Credentials, timeoutMs: number): AxiosInstance {
  return axios.create({
    baseURL: credentials.baseUrl,
    timeout: timeoutMs,
    maxRedirects: 0,
    maxContentLength: 256 * 1024 * 1024,
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
