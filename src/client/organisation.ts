import type { z } from "zod";
import { type OrganisationOperationId, organisationOperations } from "../catalogue/organisation-operations.js";
import { JiraError, keepSecret } from "../errors.js";
import { type ClientOptions, connectWith } from "./create-client.js";
import { type Credentials, publicGateway, readUrl, type Setting } from "./credentials.js";
import { type Arguments, send } from "./http/send.js";

/** An organisation, and the API key with which it is asked. */
export interface OrganisationCredentials extends Credentials {
  readonly orgId: string;
}

/** An organisation as an API key sees it. */
export interface OrganisationClient {
  /**
   * Calls an operation and reads its answer; the organisation's id is put into the path.
   * @throws JiraError
   */
  call<T>(operation: OrganisationOperationId, given: Arguments, answer: z.ZodType<T>): Promise<T>;
}

const meanings = {
  ATLASSIAN_ORG_ID: "the organisation's id, which stands in the address of its administration",
  ATLASSIAN_ORG_API_KEY: "an API key of the organisation",
} as const;

/**
 * The organisation that the settings name; `ATLASSIAN_ADMIN_URL` is another address than Atlassian's own.
 * @throws JiraError of kind `credentials` that says which setting is missing or wrong.
 */
export function readOrganisation(setting: Setting): OrganisationCredentials {
  const orgId = setting("ATLASSIAN_ORG_ID");
  const key = setting("ATLASSIAN_ORG_API_KEY");
  if (orgId === undefined || key === undefined) {
    const missing = Object.entries(meanings).filter(([name]) => setting(name) === undefined);
    const list = missing.map(([name, meaning]) => `${name} (${meaning})`).join("; ");
    throw new JiraError("credentials", `not set: ${list}. Set them in the environment`);
  }
  keepSecret(key);
  const baseUrl = readUrl("ATLASSIAN_ADMIN_URL", setting("ATLASSIAN_ADMIN_URL") ?? publicGateway);
  return { baseUrl, site: baseUrl, orgId, proof: { kind: "access-token", token: key } };
}

/** A client of one organisation, with one gate for all its requests. */
export function createOrganisationClient(
  { orgId, ...credentials }: OrganisationCredentials,
  options: ClientOptions = {},
): OrganisationClient {
  const connection = connectWith(credentials, options);
  return {
    call: (id, given, answer) => {
      const operation = { id, ...organisationOperations[id] };
      return send(connection, operation, { ...given, path: { ...given.path, orgId } }, answer);
    },
  };
}
