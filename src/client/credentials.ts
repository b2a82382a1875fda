import { JiraError, keepSecret } from "../errors.js";

/** Where a site is reached, and how the acting account proves who it is. */
export interface Credentials {
  /** The base of every request: the site itself, or the gateway's path to it; never ends in `/`. */
  readonly baseUrl: string;
  /** What people know the site by, for messages. */
  readonly site: string;
  /** The value of the `Authorization` header; a secret. */
  readonly authorization: string;
}

/** A setting by its name in the environment; undefined where it is not set. */
export type Setting = (name: string) => string | undefined;

/** The settings that credentials are read from: their names in the environment and in a stack's configuration. */
export const settingNames = {
  JIRA_URL: "jira:url",
  JIRA_EMAIL: "jira:email",
  JIRA_API_TOKEN: "jira:apiToken",
  JIRA_CLOUD_ID: "jira:cloudId",
  JIRA_ACCESS_TOKEN: "jira:accessToken",
  JIRA_GATEWAY_URL: "jira:gatewayUrl",
} as const;

const publicGateway = "https://api.atlassian.com";
const loopback = /^(localhost|127(\.\d+){3}|\[::1\])$/;

/**
 * A reader of settings that looks in the environment first and in a stack's configuration after.
 * @param config answers by a configuration key such as `jira:url`.
 */
export function readSettings(
  environment: Readonly<Record<string, string | undefined>>,
  config: (key: string) => string | undefined = () => undefined,
): Setting {
  return (name) =>
    environment[name]?.trim() ||
    (Object.hasOwn(settingNames, name) ? config(settingNames[name as keyof typeof settingNames]) : undefined);
}

/**
 * The credentials that the settings give: an access token, or an e-mail and API token; on the site itself, or through
 * the gateway where a cloud id is set (scoped tokens work only there).
 * @throws JiraError of kind `credentials` that says which setting is missing or wrong.
 */
export function readCredentials(setting: Setting): Credentials {
  const url = setting("JIRA_URL");
  const cloudId = setting("JIRA_CLOUD_ID");
  const accessToken = setting("JIRA_ACCESS_TOKEN");
  const email = setting("JIRA_EMAIL");
  const token = setting("JIRA_API_TOKEN");
  const missing = missingSettings({
    JIRA_URL: url ?? cloudId,
    JIRA_EMAIL: email ?? accessToken,
    JIRA_API_TOKEN: token ?? accessToken,
  });
  if (missing !== undefined) throw new JiraError("credentials", missing);
  const authorization = accessToken === undefined ? basic(`${email}`, `${token}`) : bearer(accessToken);
  if (cloudId === undefined) {
    const baseUrl = readUrl("JIRA_URL", `${url}`);
    return { baseUrl, site: baseUrl, authorization };
  }
  const gateway = readUrl("JIRA_GATEWAY_URL", setting("JIRA_GATEWAY_URL") ?? publicGateway);
  return { baseUrl: `${gateway}/ex/jira/${encodeURIComponent(cloudId)}`, site: url ?? cloudId, authorization };
}

const meanings = {
  JIRA_URL: "the site's address, such as https://your-site.atlassian.net",
  JIRA_EMAIL: "the e-mail of the account that acts",
  JIRA_API_TOKEN: "an API token of that account",
} as const;

function missingSettings(given: Readonly<Record<keyof typeof meanings, string | undefined>>): string | undefined {
  const names = (Object.keys(meanings) as (keyof typeof meanings)[]).filter((name) => given[name] === undefined);
  if (names.length === 0) return undefined;
  const list = names.map((name) => `${name} (${meanings[name]}; in the stack's configuration ${settingNames[name]})`);
  return `not set: ${list.join("; ")}. Set them in the environment, the token never in a file`;
}

function basic(email: string, token: string): string {
  const pair = Buffer.from(`${email}:${token}`).toString("base64");
  keepSecret(token);
  keepSecret(pair);
  return `Basic ${pair}`;
}

function bearer(accessToken: string): string {
  keepSecret(accessToken);
  return `Bearer ${accessToken}`;
}

function readUrl(name: string, text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || url.username !== "" || url.password !== "" || url.search !== "" || url.hash !== "") {
    throw new JiraError("credentials", `${name} is not a plain address; write it like https://your-site.atlassian.net`);
  }
  if (url.protocol !== "https:" && !(url.protocol === "http:" && loopback.test(url.hostname))) {
    throw new JiraError("credentials", `${name} must begin with https://, or the token would travel in the clear`);
  }
  return `${url.origin}${url.pathname}`.replace(/\/+$/, "");
}
