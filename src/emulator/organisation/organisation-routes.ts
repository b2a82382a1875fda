import type { Answer } from "../route.js";
import type { Site } from "../state/state.js";
import { toCursorPage } from "./cursor-page.js";
import { listApiKeys, listApiTokens, listOauthClients, listServiceAccounts } from "./list-credentials.js";
import { deleteOauthClient, revokeApiKey, revokeEveryToken, revokeToken, revokeTokensOf } from "./revoke.js";

/** A request to the organisation's API. */
interface OrganisationCall {
  readonly site: Site;
  /** The value of a named part of the path. */
  readonly param: (name: string) => string;
  readonly url: URL;
}

/** An operation of the organisation's API. */
export interface OrganisationRoute {
  readonly method: "GET" | "DELETE" | "PATCH";
  readonly path: string;
  /** The scope that an API key with scopes needs. */
  readonly scope: string;
  readonly answer: (call: OrganisationCall) => Answer;
}

const organisation = "/admin/api-access/v1/orgs/:orgId";
const accounts = `${organisation}/service-accounts`;
const account = `${accounts}/:accountId`;

/**
 * The operations on credentials, those too that revoke many at once.
 * @see https://developer.atlassian.com/cloud/admin/api-access/rest/
 */
export const organisationRoutes: readonly OrganisationRoute[] = [
  list(`${organisation}/api-tokens`, "read:tokens:admin", ({ site }) => listApiTokens(site, "people")),
  list(accounts, "read:service-accounts:admin", ({ site }) => listServiceAccounts(site)),
  list(`${account}/api-tokens`, "read:service-accounts-tokens:admin", ({ site, param }) =>
    listApiTokens(site, param("accountId")),
  ),
  list(`${account}/oauth-clients`, "read:service-accounts-tokens:admin", ({ site, param }) =>
    listOauthClients(site, param("accountId")),
  ),
  list(`${organisation}/oauth-clients`, "read:service-accounts-tokens:admin", ({ site }) => listOauthClients(site)),
  list(`${organisation}/api-keys`, "read:keys:admin", ({ site }) => listApiKeys(site)),
  {
    method: "DELETE",
    path: "/users/:accountId/manage/api-tokens/:tokenId",
    scope: "delete:tokens:admin",
    answer: ({ site, param }) => revokeToken(site, param("accountId"), param("tokenId")),
  },
  {
    method: "PATCH",
    path: `${organisation}/api-keys/revoke/:keyId`,
    scope: "delete:keys:admin",
    answer: ({ site, param }) => revokeApiKey(site, param("keyId")),
  },
  {
    method: "DELETE",
    path: `${organisation}/oauth-clients/:clientId`,
    scope: "delete:service-accounts-tokens:admin",
    answer: ({ site, param }) => deleteOauthClient(site, param("clientId")),
  },
  {
    method: "DELETE",
    path: `${organisation}/api-tokens`,
    scope: "delete:tokens:admin",
    answer: ({ site }) => revokeEveryToken(site),
  },
  {
    method: "DELETE",
    path: `${account}/api-tokens`,
    scope: "delete:service-accounts-tokens:admin",
    answer: ({ site, param }) => revokeTokensOf(site, param("accountId")),
  },
];

function list(path: string, scope: string, read: (call: OrganisationCall) => readonly unknown[]): OrganisationRoute {
  return {
    method: "GET",
    path,
    scope,
    answer: (call) => ({ status: 200, body: toCursorPage(call.url, read(call)) }),
  };
}
