import operations from "./operations.json" with { type: "json" };

/** What Atlassian's OpenAPI document says of one operation of Jira's REST API. */
export interface OperationFact {
  readonly method: "GET" | "POST" | "PUT" | "DELETE";
  readonly path: string;
  /** The classic scopes, all of which are needed; none for an empty list, and without a list no classic scope serves. */
  readonly classic?: readonly string[];
  /** The granular scopes that together stand in for the classic ones. */
  readonly granular?: readonly string[];
  readonly connect: ConnectAccess;
  /**
   * The permissions that the calling account needs: of each inner list one. Words in lower case are no permission keys
   * but other rights. `unknown` where the document's text can be read in more than one way, or says nothing.
   */
  readonly needs: readonly (readonly string[])[] | "unknown";
  /** Permissions without which a part of what the operation does is refused or left out. */
  readonly partly?: readonly string[];
  /** Whether callers who are not logged in are served. */
  readonly anonymous?: true;
  /** The kinds of app that alone may call the operation. */
  readonly apps?: readonly string[];
  readonly state?: "experimental" | "deprecated";
}

/** The scope that a Connect app needs; apps cannot call what is `INACCESSIBLE`, and need no scope for `NONE`. */
export type ConnectAccess = ConnectScope | "NONE" | "INACCESSIBLE";

type ConnectScope = "READ" | "WRITE" | "DELETE" | "PROJECT_ADMIN" | "ADMIN" | "ACT_AS_USER" | "ACCESS_EMAIL_ADDRESSES";

/** Atlassian's id of an operation of Jira's REST API. */
export type OperationName = keyof typeof operations;

/**
 * Every operation of Jira's REST API, as `npm run catalogue` reads it from Atlassian's OpenAPI document.
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/
 */
export const operationFacts = operations as Readonly<Record<OperationName, OperationFact>>;

/** The ids of all of them, in the order of the document. */
export const operationNames = Object.keys(operationFacts) as readonly OperationName[];

/** Whether Jira's REST API has an operation of that id. */
export function isOperationName(id: string): id is OperationName {
  return Object.hasOwn(operationFacts, id);
}
