import { escapeUnprintable } from "./escape-unprintable.js";
import { secretForms } from "./secret-forms.js";

const shortestSecret = 4;
const forms = new Set<string>();

/**
 * Remembers a secret for the life of the process: from now on every error is made without it, in any common encoding.
 * What is shorter than four characters is taken for no secret, since it stands in any text.
 */
export function keepSecret(secret: string): void {
  if (secret.length < shortestSecret) return;
  for (const form of secretForms(secret)) forms.add(form);
}

/**
 * The text with every remembered secret, every `Authorization` value and every password in an address replaced by
 * `[redacted]`.
 */
export function redact(text: string): string {
  const places = [...forms].flatMap((form) => placesOf(form, text)).sort((a, b) => a.from - b.from);
  let clean = "";
  let done = 0;
  for (const { from, to } of places) {
    if (from >= done) clean += `${text.slice(done, from)}[redacted]`;
    done = Math.max(done, to);
  }
  return redactAddresses(redactAuthorization(clean + text.slice(done)));
}

/** Takes out what follows a scheme and looks like credentials, not like the next word of a sentence. */
function redactAuthorization(text: string): string {
  const scheme = /\b([Bb]asic|[Bb]earer|BASIC|BEARER) (?=\S*(?:[A-Z0-9+/=_~]|[.-]\w))[A-Za-z0-9+/=._~-]{8,}/g;
  return text.replace(scheme, "$1 [redacted]");
}

/** Takes out the password of addresses such as `postgres://USER:PASSWORD@HOST`, which may also come as a parameter. */
function redactAddresses(text: string): string {
  return text.replace(/(?<=:\/\/[^\s:/@]*:)[^\s/]+(?=@)|(?<=[?&]password=)[^\s&"]+/g, "[redacted]");
}

function placesOf(form: string, text: string): { readonly from: number; readonly to: number }[] {
  const places = [];
  for (let from = text.indexOf(form); from >= 0; from = text.indexOf(form, from + 1)) {
    places.push({ from, to: from + form.length });
  }
  return places;
}

/** A text as an error may hold it: without secrets, and with nothing that a terminal obeys. */
export function presentable(text: string): string {
  return escapeUnprintable(redact(text));
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

const longestMessage = 4000;

/** A request to Jira that failed, or that was not sent because it must not be; never carries a secret. */
export class JiraError extends Error {
  override readonly name = "JiraError";
  readonly kind: JiraErrorKind;
  readonly status: number | undefined;

  constructor(kind: JiraErrorKind, message: string, status?: number) {
    super(presentable(message).slice(0, longestMessage));
    this.kind = kind;
    this.status = status;
  }
}

/** A recording of an integration that cannot be made or read; carries no secret. */
export class RecordingError extends Error {
  override readonly name = "RecordingError";
  readonly kind = "recording";

  constructor(message: string) {
    super(presentable(message));
  }
}

/** A fault in a stack file, with its place; lines and columns count from 1. */
export interface StackFault {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

const mostFaults = 100;

/** A stack file that cannot be used; carries the faults found, in the order of the file: the first hundred and a count. */
export class StackError extends Error {
  override readonly name = "StackError";
  readonly kind = "stack";
  readonly faults: readonly StackFault[];

  constructor(faults: readonly StackFault[]) {
    const clean = firstOf(faults).map((fault) => ({
      ...fault,
      file: escapeUnprintable(fault.file),
      message: presentable(fault.message),
    }));
    super(clean.map(formatFault).join("\n"));
    this.faults = clean;
  }
}

function firstOf(faults: readonly StackFault[]): readonly StackFault[] {
  const next = faults[mostFaults];
  if (next === undefined) return faults;
  const message = `and ${faults.length - mostFaults} more faults; mend the first ones, then look again`;
  return [...faults.slice(0, mostFaults), { ...next, message }];
}

/** A run of the Pulumi CLI that failed or could not start; the message is what it said, or what to do. */
export class EngineError extends Error {
  override readonly name = "EngineError";
  readonly kind = "engine";

  constructor(message: string) {
    super(presentable(message));
  }
}

/** A comment on a pull request that cannot be read or written; carries no token. */
export class ForgeError extends Error {
  override readonly name = "ForgeError";
  readonly kind = "forge";
  /** What the forge answered, where it did. */
  readonly status: number | undefined;

  constructor(message: string, status?: number) {
    super(presentable(message).slice(0, longestMessage));
    this.status = status;
  }
}

/** A fault as one line that editors and terminals can jump to: `FILE:LINE:COLUMN: message`. */
export function formatFault(fault: StackFault): string {
  return `${fault.file}:${fault.line}:${fault.column}: ${fault.message}`;
}
