import type { Operation } from "./called-operations.js";

const organisation = "/admin/api-access/v1/orgs/{orgId}";
const serviceAccount = `${organisation}/service-accounts/{accountId}`;
const administer = "administration of the organisation";

/**
 * The operations of the organisation's API that this project calls. Each that writes names the one thing that it
 * revokes; those that revoke many at once are not here, so that nothing can call them.
 * @see https://developer.atlassian.com/cloud/admin/api-access/rest/
 */
export const organisationOperations = {
  listApiTokens: list(`${organisation}/api-tokens`, "read:tokens:admin"),
  listServiceAccounts: list(`${organisation}/service-accounts`, "read:service-accounts:admin"),
  listServiceAccountTokens: list(`${serviceAccount}/api-tokens`, "read:service-accounts-tokens:admin"),
  listServiceAccountClients: list(`${serviceAccount}/oauth-clients`, "read:service-accounts-tokens:admin"),
  listOauthClients: list(`${organisation}/oauth-clients`, "read:service-accounts-tokens:admin"),
  listApiKeys: list(`${organisation}/api-keys`, "read:keys:admin"),
  deleteApiToken: {
    method: "DELETE",
    path: "/users/{accountId}/manage/api-tokens/{tokenId}",
    scope: "delete:tokens:admin",
    permission: administer,
    api: "organisation",
  },
  revokeApiKey: {
    method: "PATCH",
    path: `${organisation}/api-keys/revoke/{keyId}`,
    scope: "delete:keys:admin",
    permission: administer,
    api: "organisation",
  },
  deleteOauthClient: {
    method: "DELETE",
    path: `${organisation}/oauth-clients/{clientId}`,
    scope: "delete:service-accounts-tokens:admin",
    permission: administer,
    api: "organisation",
  },
} as const satisfies Record<string, Operation>;

/** An operation of the organisation's API that this project calls. */
export type OrganisationOperationId = keyof typeof organisationOperations;

function list<Path extends string, Scope extends string>(path: Path, scope: Scope) {
  return { method: "GET", path, scope, permission: administer, api: "organisation" } as const;
}
