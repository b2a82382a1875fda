/** What one look at the set-up showed; `cure` says what to do where something is missing. */
export interface Diagnosis {
  readonly subject: string;
  /** `unknown` is what cannot be found out without changing something, or was not worth asking any more. */
  readonly status: "ok" | "missing" | "unknown";
  readonly detail: string;
  readonly cure?: string;
}

/** Something that is as it should be. */
export function fine(subject: string, detail: string): Diagnosis {
  return { subject, status: "ok", detail };
}

/** Something that is not there, and how to get it. */
export function missing(subject: string, detail: string, cure: string): Diagnosis {
  return { subject, status: "missing", detail, cure };
}

/** Something that cannot be found out here, and what to do about it. */
export function unknown(subject: string, detail: string, cure: string): Diagnosis {
  return { subject, status: "unknown", detail, cure };
}
