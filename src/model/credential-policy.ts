/** What a credential may open: anything, only what reads, or these scopes at most. */
export type ScopeRule = "any" | "read-only" | readonly string[];

/** What an organisation asks of its credentials. */
export interface CredentialPolicy {
  /** A credential that was not used for so many days is stale; 90 unless told. */
  readonly inactiveDays: number;
  /** One that was never used is stale so many days after it was made; 30 unless told. */
  readonly neverUsedDays: number;
  /** One that expires within so many days is told of; 14 unless told. */
  readonly expiresWithinDays: number;
  /** Absent where any scopes will do. */
  readonly allowedScopes?: {
    readonly everybody: ScopeRule;
    /** By e-mail or accountId; in place of what holds for everybody. */
    readonly accounts: Readonly<Record<string, ScopeRule>>;
  };
}
