import { z } from "zod";
import type { OrganisationOperationId } from "../catalogue/organisation-operations.js";
import { JiraError } from "../errors.js";
import type { Credential, CredentialOwner } from "../model/credential.js";
import { cursorPageOf, readCursorPages } from "./http/paginate-cursor.js";
import type { OrganisationClient } from "./organisation.js";
import { toApiKey, toApiToken, toOauthClient, wireCredential, wireServiceAccount } from "./wire-credential.js";

const pageSize = 100;

/**
 * Every credential that the organisation's API knows: API tokens of people and of service accounts, OAuth clients and
 * the organisation's API keys. Needs `read:tokens:admin`, `read:service-accounts:admin`,
 * `read:service-accounts-tokens:admin` and `read:keys:admin`, where the API key has scopes.
 * @param onCount is told after every page how many entries there are so far.
 */
export async function listCredentials(
  client: OrganisationClient,
  onCount: (count: number) => void = () => {},
): Promise<readonly Credential[]> {
  let before = 0;
  const list = async <T>(
    operation: OrganisationOperationId,
    entry: z.ZodType<T>,
    path: Record<string, string> = {},
  ) => {
    const entries = await readCursorPages(
      (cursor) => {
        const query = { pageSize, ...(cursor === undefined ? {} : { cursor }) };
        return client.call(operation, { path, query }, cursorPageOf(entry));
      },
      (count) => onCount(before + count),
    );
    before += entries.length;
    return entries;
  };
  const credentials = (await list("listApiTokens", wireCredential)).map((wire) => toApiToken(wire));
  for (const { id, name, email } of await list("listServiceAccounts", wireServiceAccount)) {
    const owner: CredentialOwner = { id, name, ...(email === undefined ? {} : { email }), kind: "service-account" };
    const path = { accountId: id };
    for (const wire of await list("listServiceAccountTokens", wireCredential, path)) {
      credentials.push(toApiToken(wire, owner));
    }
    for (const wire of await list("listServiceAccountClients", wireCredential, path)) {
      credentials.push(toOauthClient(wire, owner));
    }
  }
  const known = new Set(credentials.map(({ id }) => id));
  const clients = (await list("listOauthClients", wireCredential)).map((wire) => toOauthClient(wire));
  const keys = (await list("listApiKeys", wireCredential)).map(toApiKey);
  return [...credentials, ...clients.filter(({ id }) => !known.has(id)), ...keys];
}

/**
 * Revokes one credential for good: an API token of a person, an OAuth client or an API key. Needs `delete:tokens:admin`,
 * `delete:service-accounts-tokens:admin` or `delete:keys:admin`.
 * @throws JiraError of kind `refused` for a service account's token: no call is documented that revokes just one.
 */
export async function revokeCredential(client: OrganisationClient, { kind, id, owner }: Credential): Promise<void> {
  if (kind === "oauth-client") return client.call("deleteOauthClient", { path: { clientId: id } }, z.void());
  if (kind === "api-key") return client.call("revokeApiKey", { path: { keyId: id } }, z.void());
  if (owner?.kind !== "person") {
    throw new JiraError(
      "refused",
      "one token of a service account can be revoked only in Atlassian Administration, under Directory, Service accounts",
    );
  }
  return client.call("deleteApiToken", { path: { accountId: owner.id, tokenId: id } }, z.void());
}
