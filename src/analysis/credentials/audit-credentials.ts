import type { Credential } from "../../model/credential.js";
import type { CredentialPolicy } from "../../model/credential-policy.js";
import { dayMs, dayOf } from "../../model/day.js";
import type { Finding, FindingReport } from "../../model/finding.js";
import { checkAllowedScopes, checkNeededScopes, type ScopeNeed } from "./check-scopes.js";
import { nameCredential } from "./name-credential.js";

/** What credentials are held against. */
export interface CredentialStandard {
  readonly policy: CredentialPolicy;
  /** What the integrations of a stack need, by the e-mail or accountId of their accounts. */
  readonly needs: ReadonlyMap<string, ScopeNeed>;
  readonly nowMs: number;
}

const revoke = "`jira-access tokens --revoke ID` revokes it once nobody needs it.";
const narrow = "Make a new one with fewer scopes, hand it to the integration, and revoke this one.";

const rules = {
  inactive: { text: "Credentials are used", help: revoke, severity: { warning: 5 } },
  "never-used": { text: "Credentials that nobody uses are not kept", help: revoke, severity: { warning: 5 } },
  expired: { text: "Expired credentials are cleared away", help: revoke },
  expiring: {
    text: "Credentials are renewed before they expire",
    help: "Make a new one and hand it over in time.",
  },
  "scopes-not-allowed": {
    text: "Credentials have no more scopes than the policy allows",
    help: narrow,
    severity: { warning: 6 },
  },
  "scopes-not-needed": {
    text: "Credentials of integrations have no more scopes than these need",
    help: narrow,
    severity: { warning: 5 },
  },
} as const satisfies FindingReport["rules"];

/** What a credential can be found to be. */
type CredentialRule = keyof typeof rules;

/** Holds credentials against a policy and against what the integrations need; reads no clock. */
export function auditCredentials(credentials: readonly Credential[], standard: CredentialStandard): FindingReport {
  const findings = credentials.flatMap((credential) => [
    ...checkAge(credential, standard),
    ...checkAllowedScopes(credential, standard.policy),
    ...checkNeededScopes(credential, standard.needs),
  ]);
  return { title: "tokens", rules, findings };
}

function checkAge(credential: Credential, { policy, nowMs }: CredentialStandard): Finding[] {
  const { lastUsed, created, expires } = credential;
  const daysSince = (moment: string) => Math.floor((nowMs - Date.parse(moment)) / dayMs);
  const found = (rule: CredentialRule, message: string): Finding[] => [
    { rule, level: "warning", subject: nameCredential(credential), message },
  ];
  if (expires !== undefined && Date.parse(expires) <= nowMs) return found("expired", `expired on ${dayOf(expires)}`);
  const isExpiring = expires !== undefined && -daysSince(expires) <= policy.expiresWithinDays;
  const expiring = isExpiring ? found("expiring", `expires on ${dayOf(expires)}; make a new one in time`) : [];
  if (lastUsed === "unknown") return expiring;
  if (lastUsed !== "never") {
    const idle = daysSince(lastUsed);
    return idle < policy.inactiveDays
      ? expiring
      : [...expiring, ...found("inactive", `not used for ${idle} days, last on ${dayOf(lastUsed)}`)];
  }
  const age = created === undefined ? undefined : daysSince(created);
  return age === undefined || age < policy.neverUsedDays
    ? expiring
    : [...expiring, ...found("never-used", `never used in the ${age} days since it was made`)];
}
