const secrets = new Set<string>();

/** Remembers a secret for the life of the process: from now on every error is made without it, in any common encoding. */
export function keepSecret(secret: string): void {
  if (secret.length < 4) return;
  for (const form of [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1), base64(secret)]) {
    secrets.add(form);
  }
}

/** The text with every remembered secret and every `Authorization` value replaced by `[redacted]`. */
export function redact(text: string): string {
  const longestFirst = [...secrets].sort((a, b) => b.length - a.length);
  const known = longestFirst.reduce((result, secret) => result.replaceAll(secret, "[redacted]"), text);
  return known.replace(/\b(Basic|Bearer) [A-Za-z0-9+/=._~-]{8,}/g, "$1 [redacted]");
}

/** What went wrong on the way to Jira, in a form that scripts can tell apart. */
export type JiraErrorKind =
  | "credentials"
  | "forbidden"
  | "not-found"
  | "conflict"
  | "invalid"
  | "rate-limited"
  | "server"
  | "network"
  | "unexpected-answer"
  | "refused";

/** A request to Jira that failed, or that was not sent because it must not be; never carries a secret. */
export class JiraError extends Error {
  override readonly name = "JiraError";
  readonly kind: JiraErrorKind;
  readonly status: number | undefined;

  constructor(kind: JiraErrorKind, message: string, status?: number) {
    super(redact(message));
    this.kind = kind;
    this.status = status;
  }
}

/** A fault in a stack file, with its place; lines and columns count from 1. */
export interface StackFault {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** A stack file that cannot be used; carries every fault found, in the order of the file. */
export class StackError extends Error {
  override readonly name = "StackError";
  readonly kind = "stack";
  readonly faults: readonly StackFault[];

  constructor(faults: readonly StackFault[]) {
    super(redact(faults.map(formatFault).join("\n")));
    this.faults = faults;
  }
}

/** A run of the Pulumi CLI that failed or could not start; the message is what it said, or what to do. */
export class EngineError extends Error {
  override readonly name = "EngineError";
  readonly kind = "engine";

  constructor(message: string) {
    super(redact(message));
  }
}

/** A fault as one line that editors and terminals can jump to: `FILE:LINE:COLUMN: message`. */
export function formatFault(fault: StackFault): string {
  return `${fault.file}:${fault.line}:${fault.column}: ${fault.message}`;
}

function base64(text: string): string {
  return Buffer.from(text).toString("base64");
}
