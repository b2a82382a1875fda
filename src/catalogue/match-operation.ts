import { isOperationName, type OperationName, operationFacts } from "./operation-fact.js";

interface Branch {
  readonly literal: Map<string, Branch>;
  variable?: Branch;
  readonly byMethod: Map<string, OperationName>;
}

let root: Branch | undefined;

/**
 * The operation that a request calls; undefined where Jira's REST API has none.
 * @param path without a query; what the gateway puts before it, and other versions than 3, are understood.
 */
export function matchOperation(method: string, path: string): OperationName | undefined {
  root ??= growTree();
  return find(root, normalizePath(path).split("/"), method.toUpperCase());
}

/** The path as the site itself knows it, by the API's version 3. */
export function normalizePath(path: string): string {
  return path.replace(/^\/ex\/jira\/[^/]+(?=\/)/, "").replace(/^\/rest\/api\/(2|latest)(?=\/|$)/, "/rest/api/3");
}

function find(branch: Branch, [segment, ...rest]: readonly string[], method: string): OperationName | undefined {
  if (segment === undefined) return branch.byMethod.get(method);
  const literal = branch.literal.get(segment);
  const found = literal && find(literal, rest, method);
  return found ?? (branch.variable && segment !== "" ? find(branch.variable, rest, method) : undefined);
}

function growTree(): Branch {
  const tree = newBranch();
  for (const [id, { method, path }] of Object.entries(operationFacts)) {
    if (!isOperationName(id)) continue;
    let branch = tree;
    for (const segment of path.split("/")) branch = grow(branch, segment);
    branch.byMethod.set(method, id);
  }
  return tree;
}

function grow(branch: Branch, segment: string): Branch {
  if (segment.startsWith("{")) {
    branch.variable ??= newBranch();
    return branch.variable;
  }
  const known = branch.literal.get(segment) ?? newBranch();
  branch.literal.set(segment, known);
  return known;
}

function newBranch(): Branch {
  return { literal: new Map(), byMethod: new Map() };
}
