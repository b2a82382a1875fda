/** How grave a finding is; notes do not count as found. */
type FindingLevel = "error" | "warning" | "note";

/** Something that a check found, in a form that every report can write. */
export interface Finding {
  /** The check that found it, by its key in the report's `rules`. */
  readonly rule: string;
  readonly level: FindingLevel;
  /** What it is about, as people know it. */
  readonly subject: string;
  readonly message: string;
  /** What stays the same while the same thing is found again and again; rule, subject and message unless given. */
  readonly key?: string;
  /** Where in a file it stands, if it stands in one; line and column count from 1. */
  readonly place?: { readonly file: string; readonly line: number; readonly column: number };
}

/** All that a command found. */
export interface FindingReport {
  /** The command, such as `tokens`. */
  readonly title: string;
  /** What was checked: a sentence for each rule by its key. */
  readonly rules: Readonly<Record<string, string>>;
  readonly findings: readonly Finding[];
  /** What a rule was found to hold for. */
  readonly held?: readonly { readonly rule: string; readonly subject: string }[];
}

/** The findings that are more than notes. */
export function graveFindings({ findings }: Pick<FindingReport, "findings">): readonly Finding[] {
  return findings.filter(({ level }) => level !== "note");
}
