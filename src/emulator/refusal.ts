/** The body that Jira gives with nearly every refusal. */
interface ErrorCollection {
  readonly errorMessages: readonly string[];
  readonly errors: Readonly<Record<string, string>>;
}

/** The body with which the gateway refuses a token. */
interface GatewayError {
  readonly code: number;
  readonly message: string;
}

/** The body with which a request for a token is refused. */
interface OauthError {
  readonly error: string;
  readonly error_description: string;
}

type RefusalBody = ErrorCollection | GatewayError | OauthError | string;

/** A request that the site refuses, with the status and the body of its answer. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly status: number;
  readonly body: RefusalBody;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, body: RefusalBody, headers: Readonly<Record<string, string>> = {}) {
    super(describe(body));
    this.headers = headers;
    this.status = status;
    this.body = body;
  }
}

function describe(body: RefusalBody): string {
  if (typeof body === "string") return body;
  if ("message" in body) return body.message;
  if ("error" in body) return body.error_description;
  return [...body.errorMessages, ...Object.values(body.errors)].join(" ");
}

/** A refusal that says one thing. */
export function refuse(status: number, message: string): Refusal {
  return new Refusal(status, { errorMessages: [message], errors: {} });
}

/** A refusal that says what is wrong with each named field. */
export function refuseFields(status: number, errors: Record<string, string>): Refusal {
  return new Refusal(status, { errorMessages: [], errors });
}

/** What Jira answers, as plain text, where a login is needed and none or a wrong one was given. */
export function refuseUnauthenticated(): Refusal {
  return new Refusal(401, "Client must be authenticated to access this resource.");
}
