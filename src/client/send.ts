import { Agent as HttpAgent } from "node:http";
import { Agent as HttpsAgent } from "node:https";
import { setTimeout as sleep } from "node:timers/promises";
import axios, { type AxiosInstance, type AxiosResponse, isAxiosError } from "axios";
import type { z } from "zod";
import type { Operation } from "../catalogue/operations.js";
import { JiraError } from "../errors.js";
import type { Authorizer } from "./authorize.js";
import type { Credentials } from "./credentials.js";
import type { Gate, GatedOperation } from "./gate.js";
import { decideRetry, readPause } from "./retry.js";
import { addressSetting, toJiraError, toNetworkError } from "./to-jira-error.js";

/** What fills an operation's path, query and body. */
export interface Arguments {
  readonly path?: Readonly<Record<string, string>>;
  /** A list is sent as the same name several times. */
  readonly query?: Readonly<Record<string, string | number | readonly string[]>>;
  readonly body?: unknown;
}

/** Everything that sending needs, made once a site by `createClient`. */
export interface Connection {
  readonly credentials: Credentials;
  readonly gate: Gate;
  readonly http: AxiosInstance;
  readonly authorizer: Authorizer;
  /** How long one call may take with all its repetitions. */
  readonly retryBudgetMs: number;
}

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

/**
 * Calls one operation and reads its answer.
 * @throws JiraError that says what was asked, what came back and what to do; never anything else.
 */
export async function send<T>(
  connection: Connection,
  operation: Operation & GatedOperation,
  given: Arguments,
  answer: z.ZodType<T>,
): Promise<T> {
  const path = fillPath(operation.path, given.path ?? {});
  const startMs = Date.now();
  for (let tries = 1; ; tries++) {
    const outcome = await connection.gate.pass(operation, () => tryOnce(connection, operation, path, given));
    const renewed = isRefusedToken(outcome) && tries === 1 && connection.authorizer.renew();
    if (renewed) continue;
    const retryAfterMs = "response" in outcome ? readPause(outcome.response.headers, Date.now()) : undefined;
    if (retryAfterMs !== undefined) connection.gate.hold(operation, retryAfterMs);
    if ("response" in outcome && outcome.response.status < 300) return readAnswer(operation, path, outcome, answer);
    const decision = decideRetry(
      {
        status: "response" in outcome ? outcome.response.status : undefined,
        reached: "response" in outcome || !neverConnected.has(outcome.code),
        repeatable: operation.method !== "POST" || operation.repeatable === true,
        tries,
        elapsedMs: Date.now() - startMs,
        retryAfterMs,
      },
      connection.retryBudgetMs,
      Math.random(),
    );
    if (!decision.retry) throw toError(connection, operation, path, outcome);
    await sleep(decision.delayMs);
  }
}

const neverConnected = new Set(["ENOTFOUND", "EAI_AGAIN", "ECONNREFUSED", "EHOSTUNREACH", "ENETUNREACH"]);

type Outcome = { readonly response: AxiosResponse<string> } | { readonly code: string };

function isRefusedToken(outcome: Outcome): boolean {
  return "response" in outcome && outcome.response.status === 401;
}

async function tryOnce(connection: Connection, operation: Operation, path: string, given: Arguments): Promise<Outcome> {
  const Authorization = await connection.authorizer.header();
  try {
    const { method } = operation;
    const response = await connection.http.request<string>({
      method,
      url: path,
      params: given.query ?? {},
      headers: { Authorization, ...(given.body === undefined ? {} : { "Content-Type": "application/json" }) },
      ...(given.body === undefined ? {} : { data: JSON.stringify(given.body) }),
    });
    return { response };
  } catch (error) {
    return { code: (isAxiosError(error) && error.code) || "unknown fault" };
  }
}

function readAnswer<T>(
  operation: Operation,
  path: string,
  { response }: { readonly response: AxiosResponse<string> },
  answer: z.ZodType<T>,
): T {
  const unexpected = (why: string) =>
    new JiraError(
      "unexpected-answer",
      `${operation.method} ${path} was answered with something else than the API gives: ${why}. Check ${addressSetting(operation)}`,
      response.status,
    );
  if (response.status === 204 || response.data === "") return parse(answer, undefined, unexpected);
  let body: unknown;
  try {
    body = JSON.parse(response.data);
  } catch {
    throw unexpected("not JSON");
  }
  return parse(answer, body, unexpected);
}

function parse<T>(answer: z.ZodType<T>, body: unknown, unexpected: (why: string) => JiraError): T {
  const parsed = answer.safeParse(body);
  if (parsed.success) return parsed.data;
  const [first] = parsed.error.issues;
  throw unexpected(`${first?.path.join(".") || "the whole"}: ${first?.message ?? "malformed"}`);
}

function toError(connection: Connection, operation: Operation, path: string, outcome: Outcome): JiraError {
  return "response" in outcome
    ? toJiraError(operation, path, outcome.response.status, String(outcome.response.data ?? ""))
    : toNetworkError(operation, path, connection.credentials.site, outcome.code);
}

function fillPath(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined || /^\.{0,2}$/.test(value)) throw new JiraError("invalid", `${template} needs ${name}`);
    return encodeURIComponent(value);
  });
}
