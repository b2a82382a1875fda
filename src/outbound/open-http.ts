import { type Agent, Agent as HttpAgent } from "node:http";
import { Agent as HttpsAgent } from "node:https";
import axios, { type AxiosInstance, isAxiosError } from "axios";
import { chooseProxy, type Environment, type HttpProxy } from "./choose-proxy.js";
import { findNetworkFault, mostAnswerBytes } from "./find-network-fault.js";
import type { NetworkFault } from "./network-fault.js";
import { openProxyAgent, toPlainProxy } from "./proxy-agent.js";

/** The HTTP side of one address. */
export interface Http {
  /** Sends a request and gives whatever is answered; throws only where nothing whole is. */
  readonly request: AxiosInstance["request"];
  /** What is wrong with a request that threw. */
  readonly faultOf: (error: unknown) => NetworkFault;
}

/** Where a request goes, as axios keeps it. */
interface Target {
  readonly url?: string | undefined;
  readonly baseURL?: string | undefined;
}

/**
 * Opens the HTTP side of an address: one keep-alive pool, no redirects, bounded answers, and the proxy that the
 * environment names.
 * @param timeoutMs how long one answer may take.
 */
export function openHttp(baseUrl: string, timeoutMs: number, environment: Environment = process.env): Http {
  const http = axios.create({
    baseURL: baseUrl,
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
  const proxyFor = ({ url = "", baseURL = "" }: Target) => chooseProxy(new URL(baseURL + url), environment);
  const agents = new Map<string, Promise<Agent>>();
  const agentOf = (proxy: HttpProxy) => {
    const known = agents.get(proxy.url.href) ?? openProxyAgent(proxy);
    agents.set(proxy.url.href, known);
    return known;
  };
  http.interceptors.request.use(async (config) => {
    const proxy = proxyFor(config);
    if (proxy === undefined) return config;
    // What is not encrypted goes to the proxy as it is: many make connections only to where TLS is spoken.
    const isPlain = (config.baseURL || config.url)?.startsWith("http:");
    return isPlain ? { ...config, proxy: toPlainProxy(proxy) } : { ...config, httpsAgent: await agentOf(proxy) };
  });
  return {
    request: http.request.bind(http),
    faultOf: (error) =>
      findNetworkFault(error, isAxiosError(error) && error.config ? proxyFor(error.config) : undefined),
  };
}
