import type { IssueWay } from "../../model/access-path.js";
import type { Missing, Unknown, Verdict } from "../../model/verdict.js";

/** A verdict in a few words, without its paths: `allowed`, `denied: no grant of it reaches the account`. */
export function describeVerdict(verdict: Verdict, permission: string): string {
  switch (verdict.outcome) {
    case "allowed":
      return "allowed";
    case "conditional":
      return `on issues where it ${verdict.conditions.map(({ anyOf }) => describeIssueWays(anyOf)).join(", and where it ")}`;
    case "denied":
      return `denied: ${verdict.missing.map((one) => describeMissing(one, permission)).join("; ")}`;
    case "unknown":
      return describeUnknown(verdict.why);
  }
}

/** What is missing for a permission, as part of a sentence. */
export function describeMissing(missing: Missing, permission: string): string {
  if (missing.kind === "access") return `the account is ${missing.reason}`;
  return missing.permission === permission
    ? "no grant of it reaches the account"
    : `no grant of ${missing.permission}, which it needs, reaches the account`;
}

function describeUnknown(why: Unknown): string {
  switch (why.kind) {
    case "team-managed":
      return "unknown to the analysis: the project is team-managed, and its rules are in no scheme";
    case "roles":
      return "unknown: not everybody in a role that it is granted to was read";
    default:
      return `unknown: the ${why.kind} was not read`;
  }
}

function describeIssueWays(ways: readonly IssueWay[]): string {
  const words = ways.map((way) => {
    if ("field" in way)
      return way.kind === "userCustomField" ? `is named in ${way.field}` : `has a group in ${way.field}`;
    return `is the ${way.kind}`;
  });
  return [...new Set(words)].join(" or ");
}
