import { InvalidArgumentError } from "commander";
import { isOperationName, type OperationName, operationNames } from "../../catalogue/operation-fact.js";
import { hintNearest } from "../../model/nearest.js";

/**
 * Reads operation ids between commas.
 * @throws InvalidArgumentError that names those which Jira's API has not.
 */
export function parseOperations(text: string): OperationName[] {
  const ids = text.split(/[\s,]+/).filter((id) => id !== "");
  const unknown = ids.filter((id) => !isOperationName(id));
  if (ids.length > 0 && unknown.length === 0) return ids.filter(isOperationName);
  const advice = unknown.map(
    (id) =>
      `Jira's API has no operation ${id}${hintNearest(id, operationNames, "its ids stand in Atlassian's OpenAPI document")}`,
  );
  throw new InvalidArgumentError(advice.length > 0 ? advice.join("\n") : "Name operations by their ids.");
}
