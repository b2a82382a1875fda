import { operationsOfPermissions } from "../../analysis/scopes/operations-of-permissions.js";
import type { OperationName } from "../../catalogue/operation-fact.js";
import { expandStack } from "../../stack/expand/expand-stack.js";
import { readStack } from "../../stack/read-stack.js";
import { stackFileOf } from "../../stack/stack-files.js";

/** An integration user, and the operations that its permissions are for. */
export interface UserOperations {
  readonly name: string;
  readonly account: string;
  readonly permissions: readonly string[];
  readonly operations: readonly OperationName[];
}

/**
 * The integration users of a stack file, with what their permissions are for; asks no site.
 * @throws StackError when the file is not there or not valid.
 */
export function operationsOfUsers(stack: string): UserOperations[] {
  const { integrationUsers } = expandStack(readStack(stackFileOf(stack)));
  return integrationUsers.map(({ key, account, permissions }) => ({
    name: key,
    account,
    permissions,
    operations: operationsOfPermissions(permissions),
  }));
}
