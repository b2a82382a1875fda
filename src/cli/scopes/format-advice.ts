import type { ScopeAdvice } from "../../analysis/scopes/scope-advice.js";
import { type OperationName, operationFacts } from "../../catalogue/operation-fact.js";
import { scopeLimit } from "../../catalogue/scopes.js";

const namesShown = 6;
const gravestFirst = ["DELETE", "PUT", "POST", "GET"];

/** What no set of scopes can do; said wherever scopes are. */
export const scopesDoNotRestrict =
  "Scopes choose which operations a token may call; within these it may do whatever its account may.";

/** Advice on scopes as text, under a heading. */
export function formatAdvice(heading: string, advice: ScopeAdvice): string {
  const { recommended, granular, connect, implied, opensMore } = advice;
  const same = granular.join() === recommended.join();
  return [
    heading,
    `  recommended: ${countOf(recommended, opensMore.recommended)}`,
    ...recommended.map((scope) => `    ${describeScope(scope, advice)}`),
    ...(same ? [] : [`  granular: ${countOf(granular, opensMore.granular)}`]),
    ...(same ? [] : granular.map((scope) => `    ${scope}${marksOf(scope, advice)}`)),
    `  Connect: ${connect.join(", ") || "no scope"}${implied.length > 0 ? ` (holds ${implied.join(", ")})` : ""}`,
    ...namesLine("no OAuth scope opens", advice.closed),
    ...namesLine("no Connect app may call", advice.closedToConnect),
    "",
  ].join("\n");
}

function countOf({ length }: readonly string[], more: number): string {
  if (length === 0) return "no scope is needed";
  const limit = length < scopeLimit ? "" : `, where fewer than ${scopeLimit} are advised`;
  const also = more === 0 ? "" : `, ${more} other operations open`;
  return `${length} ${length === 1 ? "scope" : "scopes"}${limit}${also}`;
}

function describeScope(scope: string, advice: ScopeAdvice): string {
  const further = advice.opens.find((one) => one.scope === scope)?.operations ?? [];
  const also = further.length === 0 ? "" : `: opens also ${namesOf(further)}`;
  return `${scope}${marksOf(scope, advice)}${also}`;
}

function marksOf(scope: string, { marks }: ScopeAdvice): string {
  const given = marks[scope] ?? [];
  return given.length === 0 ? "" : ` (${given.join(", ")})`;
}

function namesLine(title: string, names: readonly OperationName[]): string[] {
  return names.length === 0 ? [] : [`  ${title}: ${namesOf(names)}`];
}

/** Some of the operations, those that delete and change first. */
function namesOf(names: readonly OperationName[]): string {
  const gravity = (name: OperationName) => gravestFirst.indexOf(operationFacts[name].method);
  const shown = names.toSorted((a, b) => gravity(a) - gravity(b)).slice(0, namesShown);
  const more = names.length - shown.length;
  return `${shown.join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}
