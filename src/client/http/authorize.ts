import { z } from "zod";
import { JiraError, keepSecret } from "../../errors.js";
import { describeNetworkFault } from "../../outbound/network-fault.js";
import type { Http } from "../../outbound/open-http.js";
import { basicAuthorization, type Proof } from "../credentials.js";
import { parseJson } from "./parse-json.js";

/** Gives each request its `Authorization` header. */
export interface Authorizer {
  /** @throws JiraError of kind `credentials` when a token cannot be had. */
  header(): Promise<string>;
  /** Forgets a token that was refused; false where there is none that could be renewed. */
  renew(): boolean;
}

const renewBeforeMs = 60_000;

const tokenAnswer = z.object({ access_token: z.string(), expires_in: z.number() });

/**
 * The authorizer of a proof. Tokens for an OAuth client are fetched when first needed, kept until a minute before they
 * expire, and fetched once for all requests that wait.
 * @see https://support.atlassian.com/user-management/docs/create-oauth-2-0-credential-for-service-accounts/
 */
export function createAuthorizer(proof: Proof, http: Http): Authorizer {
  if (proof.kind === "api-token") return fixed(basicAuthorization(proof.email, proof.token));
  if (proof.kind === "access-token") return fixed(`Bearer ${proof.token}`);
  let current: Promise<{ readonly token: string; readonly expiresMs: number }> | undefined;
  const fetchAgain = () => {
    const fetched = fetchToken(proof, http);
    fetched.catch(() => {
      if (current === fetched) current = undefined;
    });
    current = fetched;
    return fetched;
  };
  return {
    async header() {
      const known = await (current ?? fetchAgain());
      const { token } = known.expiresMs - renewBeforeMs > Date.now() ? known : await fetchAgain();
      return `Bearer ${token}`;
    },
    renew() {
      current = undefined;
      return true;
    },
  };
}

function fixed(header: string): Authorizer {
  return { header: async () => header, renew: () => false };
}

async function fetchToken({ id, secret, authUrl }: Extract<Proof, { kind: "client" }>, http: Http) {
  const url = `${authUrl}/oauth/token`;
  const form = new URLSearchParams({ grant_type: "client_credentials", client_id: id, client_secret: secret });
  const response = await http
    .request<string>({
      method: "POST",
      baseURL: "",
      url,
      data: form.toString(),
      headers: { "Content-Type": "application/x-www-form-urlencoded" },
    })
    .catch((error: unknown) => {
      const fault = describeNetworkFault(http.faultOf(error), "Check ATLASSIAN_AUTH_URL");
      throw new JiraError("network", `POST ${url}: ${fault}`);
    });
  const parsed = response.status === 200 ? tokenAnswer.safeParse(parseJson(response.data)) : undefined;
  if (!parsed?.success) {
    throw noToken(url, response.status);
  }
  keepSecret(parsed.data.access_token);
  return { token: parsed.data.access_token, expiresMs: Date.now() + parsed.data.expires_in * 1000 };
}

function noToken(url: string, status: number): JiraError {
  const isBusy = status === 429 || status >= 500;
  const advice = isBusy ? "Run the same command again in a while" : "Check JIRA_CLIENT_ID and JIRA_CLIENT_SECRET";
  const kind = status === 429 ? "rate-limited" : status >= 500 ? "server" : "credentials";
  return new JiraError(kind, `POST ${url} was answered with ${status} and no token. ${advice}`, status);
}
