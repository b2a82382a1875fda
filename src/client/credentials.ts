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
  const authorization = readAuthorization(setting);
  const cloudId = setting("JIRA_CLOUD_ID");
  if (cloudId !== undefined) {
    const gateway = readUrl("JIRA_GATEWAY_URL", setting("JIRA_GATEWAY_URL") ?? publicGateway);
    return {
      baseUrl: `${gateway}/ex/jira/${encodeURIComponent(cloudId)}`,
      site: setting("JIRA_URL") ?? cloudId,
      authorization,
    };
  }
  const url = setting("JIRA_URL");
  if (url === undefined) throw missing("JIRA_URL", "the site's address, such as https://your-site.atlassian.net");
  const baseUrl = readUrl("JIRA_URL", url);
  return { baseUrl, site: baseUrl, authorization };
}

function readAuthorization(setting: Setting): string {
  const accessToken = setting("JIRA_ACCESS_TOKEN");
  if (accessToken !== undefined) {
    keepSecret(accessToken);
    return `Bearer ${accessToken}`;
  }
  const email = setting("JIRA_EMAIL");
  if (email === undefined) throw missing("JIRA_EMAIL", "the e-mail of the account that the API token belongs to");
  const token = setting("JIRA_API_TOKEN");
  if (token === undefined) throw missing("JIRA_API_TOKEN", "an API token of that account");
  const pair = Buffer.from(`${email}:${token}`).toString("base64");
  keepSecret(token);
  keepSecret(pair);
  return `Basic ${pair}`;
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

function missing(name: keyof typeof settingNames, what: string): JiraError {
  return new JiraError(
    "credentials",
    `${name} is not set: ${what}. Set it in the environment, or as ${settingNames[name]} in the stack's configuration`,
  );
}
