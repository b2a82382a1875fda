import { z } from "zod";
import type { Operation } from "../../catalogue/called-operations.js";
import { JiraError, type JiraErrorKind, redact } from "../../errors.js";
import { describeNetworkFault, type NetworkFault } from "../../outbound/network-fault.js";
import type { Proof } from "../credentials.js";
import { parseJson } from "./parse-json.js";

const errorBody = z.object({
  errorMessages: z.array(z.string()).optional(),
  errors: z.record(z.string(), z.string().catch("malformed")).optional(),
  message: z.string().optional(),
});

const longestMessage = 500;

/** The error for an answer that is no success: what was asked, what Jira said, what it takes, what to do. */
export function toJiraError(
  operation: Operation,
  path: string,
  { status, body }: { readonly status: number; readonly body: string },
  proof: Proof["kind"],
): JiraError {
  const kind = kindOf(status);
  const said = readMessages(body);
  const sentence = `${operation.method} ${path} was answered with ${status}${said === "" ? "" : `: ${said}`}`;
  const advice = isPage(body) && status < 500 ? pageAdvice(operation) : adviceFor(kind, operation, proof);
  return new JiraError(kind, `${sentence}. ${advice}`.trim(), status);
}

/** The error for a request that got no whole answer. */
export function toNetworkError(operation: Operation, path: string, site: string, fault: NetworkFault): JiraError {
  const address =
    operation.api === "organisation"
      ? `Check ${addressSetting(operation)}`
      : `Check that ${site} is the site's address`;
  return new JiraError("network", `${operation.method} ${path}: ${describeNetworkFault(fault, address)}`);
}

/** The error for a request that was not sent, because the site wants none for longer than can be waited. */
export function toPauseError({ method, path }: Pick<Operation, "method" | "path">, pauseMs: number): JiraError {
  const seconds = Math.ceil(pauseMs / 1000);
  return new JiraError(
    "rate-limited",
    `${method} ${path}: the site takes none for another ${seconds} s; try again then`,
  );
}

function kindOf(status: number): JiraErrorKind {
  if (status === 401) return "credentials";
  if (status === 403) return "forbidden";
  if (status === 404) return "not-found";
  if (status === 409) return "conflict";
  if (status === 429) return "rate-limited";
  if (status >= 500) return "server";
  return status >= 400 ? "invalid" : "unexpected-answer";
}

/** The setting that holds the address of an operation's API. */
export function addressSetting({ api }: Operation): string {
  return api === "organisation" ? "ATLASSIAN_ADMIN_URL" : "JIRA_URL";
}

const settingsToCheck: Readonly<Record<Proof["kind"], string>> = {
  "api-token": "JIRA_URL, JIRA_EMAIL and JIRA_API_TOKEN",
  "access-token": "JIRA_URL and JIRA_ACCESS_TOKEN, which may have expired",
  client: "JIRA_URL, JIRA_CLIENT_ID and JIRA_CLIENT_SECRET",
};

function adviceFor(kind: JiraErrorKind, operation: Operation, proof: Proof["kind"]): string {
  if (operation.api === "organisation") {
    if (kind === "credentials") return "Check ATLASSIAN_ORG_API_KEY";
    if (kind === "forbidden") return `The API key needs ${operation.scope}`;
    if (kind === "not-found") return "It does not exist, or belongs to another organisation; check ATLASSIAN_ORG_ID";
  }
  switch (kind) {
    case "credentials":
      return `Check ${settingsToCheck[proof]}; a scoped token needs ${operation.scope} and JIRA_CLOUD_ID`;
    case "forbidden":
      return `The acting account needs ${operation.permission}; a scoped token needs ${operation.scope}`;
    case "not-found":
      return `It does not exist, or the acting account lacks ${operation.permission}`;
    case "conflict":
      return "Somebody else changed it meanwhile; run the same command again";
    case "invalid":
      return "Jira takes it in another form only; change what it names";
    case "rate-limited":
      return "The site is busy with other clients; try again later";
    case "server":
      return "The fault is the site's; run the same command again";
    case "unexpected-answer":
      return `That is not how the API answers; check that ${addressSetting(operation)} is the address without a path`;
    default:
      return "";
  }
}

function pageAdvice(operation: Operation): string {
  const setting = addressSetting(operation);
  return `The answer is a web page, not one of the API; check ${setting}, and what stands between this machine and it`;
}

/** Whether an answer is HTML, which is none of an API. */
export function isPage(body: string): boolean {
  return /^\s*</.test(body);
}

/** What Jira said, in one line; secrets are taken out before it is cut, so that no cut leaves a part of one. */
function readMessages(body: string): string {
  const parsed = errorBody.safeParse(parseJson(body));
  const messages = parsed.success
    ? [
        ...(parsed.data.errorMessages ?? []),
        ...Object.entries(parsed.data.errors ?? {}).map(([field, text]) => `${field}: ${text}`),
        ...(parsed.data.message === undefined ? [] : [parsed.data.message]),
      ].join("; ")
    : isPage(body)
      ? ""
      : body;
  const line = redact(messages).replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ");
  return line.trim().slice(0, longestMessage).replace(/\.$/, "");
}
