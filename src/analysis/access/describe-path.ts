import { type AccessPath, isIssueWay, type Way } from "../../model/access-path.js";
import { nameScheme } from "./name-scheme.js";

/**
 * A path as the end of a sentence about a permission that an account has: `through group jira-software-users, which the
 * Default scheme grants it to`.
 */
export function describePath({ scheme, way }: AccessPath): string {
  return describeWay(way, `${nameScheme(scheme.name)} grants it to`);
}

/** Paths as ends of such a sentence, each once; those that are open on some issues only come last. */
export function describePaths(paths: readonly AccessPath[]): readonly string[] {
  const onAll = paths.filter(({ way }) => !isIssueWay(way));
  const onSome = paths.filter(({ way }) => isIssueWay(way));
  return [...new Set([...onAll, ...onSome].map(describePath))];
}

function describeWay(way: Way, grants: string): string {
  switch (way.kind) {
    case "anyone":
      return `because ${grants} anyone, even without logging in`;
    case "logged-in":
      return `because ${grants} everybody who is logged in`;
    case "account":
      return `by name, as ${grants} this account itself`;
    case "lead":
      return `as the lead of the project, whom ${grants}`;
    case "group":
      return `through group ${way.group.name}, which ${grants}`;
    case "role":
      return way.group === undefined
        ? `through project role ${way.role.name}, which ${grants}`
        : `through group ${way.group.name} in project role ${way.role.name}, which ${grants}`;
    case "licence":
      return `through group ${way.group.name}, which gives a licence for ${way.product.name}, whose users ${grants}`;
    case "reporter":
      return `as the reporter of an issue, whom ${grants}`;
    case "assignee":
      return `as the assignee of an issue, whom ${grants}`;
    case "userCustomField":
      return `as somebody whom an issue names in ${way.field}, whom ${grants}`;
    case "groupCustomField":
      return `through a group that an issue names in ${way.field}, which ${grants}`;
  }
}
