import type { z } from "zod";
import { type OperationId, operations } from "../catalogue/called-operations.js";
import { openHttp } from "../outbound/open-http.js";
import type { Credentials } from "./credentials.js";
import { createAuthorizer } from "./http/authorize.js";
import { gateOf } from "./http/gate.js";
import { type Arguments, type Connection, send } from "./http/send.js";

/** A site of Jira Cloud as one acting account sees it. */
export interface JiraClient {
  /** What people know the site by. */
  readonly site: string;
  /**
   * Calls an operation and reads its answer.
   * @throws JiraError
   */
  call<T>(operation: OperationId, given: Arguments, answer: z.ZodType<T>): Promise<T>;
}

/** What may be set differently for a client. */
export interface ClientOptions {
  /** How long one call may take with all its repetitions; 120,000 unless told. */
  readonly retryBudgetMs?: number;
  /** How long one answer may take; 30,000 unless told. */
  readonly timeoutMs?: number;
}

/** A client of one site, which shares the site's gate with every other client in this process. */
export function createClient(credentials: Credentials, options: ClientOptions = {}): JiraClient {
  const connection = connectWith(credentials, options);
  return {
    site: credentials.site,
    call: (id, given, answer) => send(connection, { id, ...operations[id] }, given, answer),
  };
}

/** What sending with these credentials needs; sends nothing yet. */
export function connectWith(credentials: Credentials, options: ClientOptions): Connection {
  const http = openHttp(credentials.baseUrl, options.timeoutMs ?? 30_000);
  return {
    credentials,
    gate: gateOf(credentials.baseUrl),
    http,
    authorizer: createAuthorizer(credentials.proof, http),
    retryBudgetMs: options.retryBudgetMs ?? 120_000,
  };
}
