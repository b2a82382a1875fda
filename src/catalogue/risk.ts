/**
 * What holding a permission leads to, gravest first. The tiers are this project's own; they follow the concerns of the
 * OWASP Non-Human Identities Top 10 2025 (NHI5, overprivileged identities) and MITRE ATT&CK T1213.
 */
export const risks = ["takes-over", "destroys", "impersonates", "alters", "configures", "writes", "reads"] as const;

/** One tier of risk. */
export type Risk = (typeof risks)[number];

/** What goes beyond ordinary work: nobody should gain it unseen. */
export const graveRisks: readonly Risk[] = ["takes-over", "destroys", "impersonates"];
