/** The body that Jira gives with nearly every refusal. */
export interface ErrorCollection {
  readonly errorMessages: readonly string[];
  readonly errors: Readonly<Record<string, string>>;
}

/** A request that the site refuses, with the status and the body of its answer. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly status: number;
  readonly body: ErrorCollection | string;

  constructor(status: number, body: ErrorCollection | string) {
    super(typeof body === "string" ? body : [...body.errorMessages, ...Object.values(body.errors)].join(" "));
    this.status = status;
    this.body = body;
  }
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
