import { JiraError, keepSecret } from "../errors.js";
import { isThisMachine } from "../outbound/this-machine.js";

/** How the acting account proves who it is; every text in it but the e-mail and the ids is a secret. */
export type Proof =
  | { readonly kind: "api-token"; readonly email: string; readonly token: string }
  | { readonly kind: "access-token"; readonly token: string }
  | { readonly kind: "client"; readonly id: string; readonly secret: string; readonly authUrl: string };

/** Where a site is reached, and how the acting account proves who it is. */
export interface Credentials {
  /** The base of every request: the site itself, or the gateway's path to it; never ends in `/`. */
  readonly baseUrl: string;
  /** What people know the site by, for messages. */
  readonly site: string;
  readonly proof: Proof;
}

/** What is needed to log in and is set nowhere that was looked. */
export class MissingSettingError extends JiraError {}

/** A setting by its name in the environment; undefined where it is not set. */
export type Setting = (name: string) => string | undefined;

/** The settings that credentials are read from: their names in the environment and in a stack's configuration. */
const settingNames = {
  JIRA_URL: "jira:url",
  JIRA_EMAIL: "jira:email",
  JIRA_API_TOKEN: "jira:apiToken",
  JIRA_CLOUD_ID: "jira:cloudId",
  JIRA_ACCESS_TOKEN: "jira:accessToken",
  JIRA_CLIENT_ID: "jira:clientId",
  JIRA_CLIENT_SECRET: "jira:clientSecret",
  JIRA_GATEWAY_URL: "jira:gatewayUrl",
  ATLASSIAN_AUTH_URL: "jira:authUrl",
} as const;

/** Atlassian's own gateway. */
export const publicGateway = "https://api.atlassian.com";
const publicAuth = "https://auth.atlassian.com";

/**
 * A reader of settings that looks in the environment first and in a stack's configuration after.
 * @param config answers by a configuration key such as `jira:url`.
 */
export function readSettings(
  environment: Readonly<Record<string, string | undefined>>,
  config: (key: string) => string | undefined = () => undefined,
): Setting {
  const inConfig = (name: string) =>
    Object.hasOwn(settingNames, name) ? config(settingNames[name as keyof typeof settingNames]) : undefined;
  return (name) => environment[name]?.trim() || inConfig(name)?.trim() || undefined;
}

/**
 * The credentials that the settings give: an access token, an OAuth client, or an e-mail and API token; on the site
 * itself, or through the gateway where a cloud id is set (scoped tokens and OAuth clients work only there).
 * @throws MissingSettingError that says which settings are missing.
 * @throws JiraError of kind `credentials` that says which is wrong.
 */
export function readCredentials(setting: Setting): Credentials {
  const url = setting("JIRA_URL");
  const cloudId = setting("JIRA_CLOUD_ID");
  const proof = readProof(setting);
  requireSettings({
    JIRA_URL: url ?? cloudId,
    ...(proof === undefined ? { JIRA_EMAIL: setting("JIRA_EMAIL"), JIRA_API_TOKEN: setting("JIRA_API_TOKEN") } : {}),
    ...(proof?.kind === "client" ? { JIRA_CLOUD_ID: cloudId } : {}),
  });
  if (proof === undefined) throw new JiraError("credentials", "no credentials are set");
  keepSecrets(proof);
  if (cloudId === undefined) {
    const baseUrl = readUrl("JIRA_URL", `${url}`);
    return { baseUrl, site: baseUrl, proof };
  }
  const gateway = readUrl("JIRA_GATEWAY_URL", setting("JIRA_GATEWAY_URL") ?? publicGateway);
  return { baseUrl: `${gateway}/ex/jira/${encodeURIComponent(cloudId)}`, site: url ?? cloudId, proof };
}

/** The value of the `Authorization` header for an e-mail and an API token; a secret. */
export function basicAuthorization(email: string, token: string): string {
  return `Basic ${Buffer.from(`${email}:${token}`).toString("base64")}`;
}

function readProof(setting: Setting): Proof | undefined {
  const accessToken = setting("JIRA_ACCESS_TOKEN");
  if (accessToken !== undefined) return { kind: "access-token", token: accessToken };
  const id = setting("JIRA_CLIENT_ID");
  const secret = setting("JIRA_CLIENT_SECRET");
  if (id !== undefined && secret !== undefined) {
    return {
      kind: "client",
      id,
      secret,
      authUrl: readUrl("ATLASSIAN_AUTH_URL", setting("ATLASSIAN_AUTH_URL") ?? publicAuth),
    };
  }
  const email = setting("JIRA_EMAIL");
  const token = setting("JIRA_API_TOKEN");
  return email === undefined || token === undefined ? undefined : { kind: "api-token", email, token };
}

const meanings = {
  JIRA_URL: "the site's address, such as https://your-site.atlassian.net",
  JIRA_EMAIL: "the e-mail of the account that acts",
  JIRA_API_TOKEN: "an API token of that account",
  JIRA_CLOUD_ID: "the site's id, which stands at /_edge/tenant_info of its address; OAuth clients need it",
} as const;

function requireSettings(given: { readonly [Name in keyof typeof meanings]?: string | undefined }): void {
  const asked = Object.keys(given) as (keyof typeof meanings)[];
  const missing = asked.filter((name) => given[name] === undefined);
  if (missing.length === 0) return;
  const list = missing.map((name) => `${name} (${meanings[name]}; in the stack's configuration ${settingNames[name]})`);
  throw new MissingSettingError(
    "credentials",
    `not set: ${list.join("; ")}. Set them in the environment; a token belongs into the configuration only with --secret`,
  );
}

function keepSecrets(proof: Proof): void {
  if (proof.kind === "api-token") {
    keepSecret(proof.token);
    keepSecret(basicAuthorization(proof.email, proof.token).slice("Basic ".length));
  } else keepSecret(proof.kind === "client" ? proof.secret : proof.token);
}

/**
 * The address that a setting holds, without a slash at its end.
 * @throws JiraError of kind `credentials` when it is none, or not https.
 */
export function readUrl(name: string, text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || url.username !== "" || url.password !== "" || url.search !== "" || url.hash !== "") {
    throw new JiraError("credentials", `${name} is not a plain address; write it like https://your-site.atlassian.net`);
  }
  if (url.protocol !== "https:" && !(url.protocol === "http:" && isThisMachine(url.hostname))) {
    throw new JiraError("credentials", `${name} must begin with https://, or the token would travel in the clear`);
  }
  return `${url.origin}${url.pathname}`.replace(/\/+$/, "");
}
