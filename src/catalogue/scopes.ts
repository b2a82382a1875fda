import listings from "./scopes.json" with { type: "json" };

/** Whether Atlassian's document lists a scope among those that can be asked for; operations name a few others. */
export type ScopeListing = "listed" | "unlisted";

/** Every OAuth scope of Jira's REST API, as `npm run catalogue` reads them from Atlassian's OpenAPI document. */
export const scopeListings = listings as Readonly<Record<string, ScopeListing>>;

/** Whether a scope is one of the few wide ones, which Atlassian recommends, or one of the many narrow ones. */
export function scopeKind(scope: string): "classic" | "granular" {
  return scope.split(":").length === 2 ? "classic" : "granular";
}

/** The number of scopes that an app or a token should stay below, by Atlassian's advice; more may be refused. */
export const scopeLimit = 50;
