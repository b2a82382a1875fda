import { setTimeout as sleep } from "node:timers/promises";
import type { AxiosResponse } from "axios";
import type { z } from "zod";
import type { Operation } from "../../catalogue/called-operations.js";
import { JiraError } from "../../errors.js";
import type { NetworkFault } from "../../outbound/network-fault.js";
import type { Http } from "../../outbound/open-http.js";
import type { Credentials } from "../credentials.js";
import type { Authorizer } from "./authorize.js";
import type { Gate, GatedOperation } from "./gate.js";
import { readAnswer } from "./read-answer.js";
import { decideRetry, readPause, readRemaining } from "./retry.js";
import { toJiraError, toNetworkError } from "./to-jira-error.js";

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
  readonly http: Http;
  readonly authorizer: Authorizer;
  /** How long one call may take with all its repetitions. */
  readonly retryBudgetMs: number;
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
  let startMs: number | undefined;
  const elapsedMs = () => (startMs === undefined ? 0 : performance.now() - startMs);
  for (let tries = 1; ; tries++) {
    const { outcome, pauseMs } = await connection.gate.pass(
      operation,
      connection.retryBudgetMs - elapsedMs(),
      async () => {
        startMs ??= performance.now();
        const outcome = await tryOnce(connection, operation, path, given);
        return { outcome, pauseMs: heedHeaders(connection.gate, operation, outcome) };
      },
    );
    const renewed = isRefusedToken(outcome) && tries === 1 && connection.authorizer.renew();
    if (renewed) continue;
    if ("response" in outcome && outcome.response.status < 300) {
      return readAnswer(operation, path, outcome.response, answer);
    }
    if ("fault" in outcome && outcome.fault.isFinal) throw toError(connection, operation, path, outcome);
    const decision = decideRetry(
      {
        status: "response" in outcome ? outcome.response.status : undefined,
        reached: "response" in outcome || outcome.fault.reached,
        repeatable: operation.method !== "POST" || operation.repeatable === true,
        tries,
        elapsedMs: elapsedMs(),
        retryAfterMs: pauseMs,
      },
      connection.retryBudgetMs,
      Math.random(),
    );
    if (!decision.retry) throw toError(connection, operation, path, outcome);
    await sleep(decision.delayMs);
  }
}

type Outcome = { readonly response: AxiosResponse<string> } | { readonly fault: NetworkFault };

function isRefusedToken(outcome: Outcome): boolean {
  return "response" in outcome && outcome.response.status === 401;
}

/** Slows the gate down as the headers ask; gives the pause that they ask for. */
function heedHeaders(gate: Gate, operation: GatedOperation, outcome: Outcome): number | undefined {
  if (!("response" in outcome)) return undefined;
  const { headers } = outcome.response;
  const pauseMs = readPause(headers, Date.now());
  gate.heed(operation, { pauseMs, remaining: readRemaining(headers) });
  return pauseMs;
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
    return { fault: connection.http.faultOf(error) };
  }
}

function toError({ credentials }: Connection, operation: Operation, path: string, outcome: Outcome): JiraError {
  if (!("response" in outcome)) return toNetworkError(operation, path, credentials.site, outcome.fault);
  const { status, data } = outcome.response;
  return toJiraError(operation, path, { status, body: String(data ?? "") }, credentials.proof.kind);
}

function fillPath(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined || /^\.{0,2}$/.test(value)) throw new JiraError("invalid", `${template} needs ${name}`);
    return encodeURIComponent(value);
  });
}
