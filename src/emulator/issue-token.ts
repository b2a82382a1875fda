import { randomBytes } from "node:crypto";
import { z } from "zod";
import { Refusal } from "./refusal.js";
import type { Answer } from "./route.js";
import { addAccessToken } from "./rules/callers/add-token.js";
import { toIsoTime } from "./rules/clock.js";
import type { Site } from "./state/state.js";

const tokenRequest = z.object({ grant_type: z.string(), client_id: z.string(), client_secret: z.string() });

/**
 * Answers a request for an access token by an OAuth client's credentials.
 * @throws Refusal with 400 when it is no such request, with 401 when the credentials are wrong.
 */
export function issueToken(site: Site, sent: unknown): Answer {
  const asked = tokenRequest.safeParse(sent);
  if (!asked.success) throw refuse(400, "invalid_request", "grant_type, client_id and client_secret are needed.");
  const { grant_type, client_id, client_secret } = asked.data;
  if (grant_type !== "client_credentials") {
    throw refuse(400, "unsupported_grant_type", `The grant type '${grant_type}' is not supported.`);
  }
  const client = site.oauthClients.find(({ id, secret }) => id === client_id && secret === client_secret);
  if (client === undefined) throw refuse(401, "access_denied", "Unauthorized");
  const { account, scopes } = client;
  const now = Date.now();
  const token = randomBytes(24).toString("hex");
  site.tokens = site.tokens.filter(({ expires = now + 1 }) => expires > now);
  client.lastActive = toIsoTime(now);
  addAccessToken(site, { secret: token, account, scopes, expires: now + site.tokenLifetimeS * 1000 });
  const body = {
    access_token: token,
    scope: scopes.join(" "),
    expires_in: site.tokenLifetimeS,
    token_type: "Bearer",
  };
  return { status: 200, body };
}

function refuse(status: number, error: string, description: string): Refusal {
  return new Refusal(status, { error, error_description: description });
}
