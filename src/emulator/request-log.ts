/** One request that reached the site; `status` is 0 as long as, or if ever, there is no answer. */
export interface LoggedRequest {
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  status: number;
  /** The e-mail that the request named as its account, right token or not. */
  readonly account: string | null;
}

/** The requests since the start or the last clearing, oldest first. */
export class RequestLog {
  #entries: LoggedRequest[] = [];

  /** Notes that a request has arrived; whoever answers it sets the status on what is returned. */
  add(request: Omit<LoggedRequest, "status">): LoggedRequest {
    const entry = { ...request, status: 0 };
    this.#entries.push(entry);
    return entry;
  }

  /** The entries so far. */
  list(): readonly LoggedRequest[] {
    return this.#entries;
  }

  /** Forgets all entries. */
  clear(): void {
    this.#entries = [];
  }
}
