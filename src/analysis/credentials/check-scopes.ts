import type { Credential } from "../../model/credential.js";
import type { CredentialPolicy, ScopeRule } from "../../model/credential-policy.js";
import type { Finding } from "../../model/finding.js";
import { nameCredential } from "./name-credential.js";

/** What an integration user needs. */
export interface ScopeNeed {
  /** The integration user, by its key in the stack file. */
  readonly user: string;
  /** Sets of scopes of which each would do; the first is the recommended one. */
  readonly sufficient: readonly (readonly string[])[];
}

/** Whether the scopes of a credential are within what the policy allows its owner. */
export function checkAllowedScopes(credential: Credential, { allowedScopes }: CredentialPolicy): Finding[] {
  if (allowedScopes === undefined) return [];
  const { scopes } = credential;
  const rule = findByOwner(credential, (name) => allowedScopes.accounts[name]) ?? allowedScopes.everybody;
  if (rule === "any") return [];
  const found = (level: Finding["level"], message: string): Finding[] => [
    { rule: "scopes-not-allowed", level, subject: nameCredential(credential), message },
  ];
  const allowed = rule === "read-only" ? "only scopes that read" : `only ${rule.join(", ")}`;
  if (scopes === "unknown") return found("note", `its scopes are not told; the policy allows ${allowed}`);
  if (scopes === "all") return found("error", `is not limited to scopes; the policy allows ${allowed}`);
  const excess = scopes.filter((scope) => !allows(rule, scope));
  return excess.length === 0 ? [] : found("error", `has ${excess.join(", ")}; the policy allows ${allowed}`);
}

/** Whether a credential of an integration's account is limited to what the integration needs. */
export function checkNeededScopes(credential: Credential, needs: ReadonlyMap<string, ScopeNeed>): Finding[] {
  const need = findByOwner(credential, (name) => needs.get(name));
  const { scopes } = credential;
  if (need === undefined || scopes === "unknown" || credential.kind === "api-key") return [];
  const [recommended = []] = need.sufficient;
  const excesses = need.sufficient.map((set) => (scopes === "all" ? [] : scopes.filter((one) => !set.includes(one))));
  if (scopes !== "all" && excesses.some((excess) => excess.length === 0)) return [];
  const [excess = []] = excesses;
  const has = scopes === "all" ? "is not limited to scopes" : `has ${excess.join(", ")}`;
  const message = `${has}; ${need.user} needs only ${recommended.join(", ") || "no scope"}`;
  return [{ rule: "scopes-not-needed", level: "warning", subject: nameCredential(credential), message }];
}

function allows(rule: Exclude<ScopeRule, "any">, scope: string): boolean {
  return rule === "read-only" ? scope.startsWith("read:") : rule.includes(scope);
}

function findByOwner<T>({ owner }: Credential, find: (name: string) => T | undefined): T | undefined {
  if (owner === undefined) return undefined;
  return (owner.email === undefined ? undefined : find(owner.email)) ?? find(owner.id);
}
