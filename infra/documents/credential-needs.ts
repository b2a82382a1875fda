import { operations } from "../../src/catalogue/called-operations.js";
import type { OperationName } from "../../src/catalogue/operation-fact.js";

/** Something that an integration is there for, and the operations that it calls. */
export interface CredentialNeed {
  readonly title: string;
  readonly operations: readonly OperationName[];
}

const reading: readonly OperationName[] = ["getIssue", "searchAndReconsileIssuesUsingJql", "getComments"];

/** The needs by which `docs/choosing-credentials.md` compares the kinds of credentials. */
export const credentialNeeds: readonly CredentialNeed[] = [
  { title: "read issues", operations: reading },
  { title: "read and comment", operations: [...reading, "addComment"] },
  { title: "create issues and move them", operations: [...reading, "createIssue", "getTransitions", "doTransition"] },
  { title: "log work", operations: ["getIssueWorklog", "addWorklog"] },
  { title: "delete issues", operations: ["getIssue", "deleteIssue"] },
  { title: "find people", operations: ["findUsers", "getUser"] },
  { title: "watch with webhooks", operations: ["registerDynamicWebhooks", "refreshWebhooks", "deleteWebhookById"] },
  { title: "manage access, as this project does", operations: Object.keys(operations) as OperationName[] },
];
