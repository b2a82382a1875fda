/** One call of an integration, as far as it tells what the integration needs; no header, body, query or id is in it. */
export interface RecordedCall {
  readonly method: string;
  /** The operation's path, or for a path that no operation has, that path with `{}` for what looks like an id. */
  readonly path: string;
  /** Atlassian's id of the operation; absent where there is none. */
  readonly operation?: string;
  /** 0 where no answer came. */
  readonly status: number;
  /** When it was made, as an ISO date; absent where that was not told. */
  readonly time?: string;
  readonly durationMs?: number;
}

/** A time during which an integration was watched, by ISO dates. */
export interface Watch {
  readonly from: string;
  readonly to: string;
}

/** What integrations were seen to do. */
export interface Recording {
  /** The integration user, by its key in the stack file; absent where that was not told. */
  readonly user?: string;
  readonly watches: readonly Watch[];
  readonly calls: readonly RecordedCall[];
}
