import type { Coverage } from "./coverage.js";

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

/** A check, for those who read what it found. */
export interface Rule {
  /** What holds where it finds nothing, as a sentence. */
  readonly text: string;
  /** What its findings mean and what to do about them, in Markdown. */
  readonly help: string;
  /**
   * How much its findings weigh for security by their level, from 0 to 10 as CVSS counts; errors like warnings unless
   * told apart. Absent where they are no matter of security.
   */
  readonly severity?: { readonly warning: number; readonly error?: number };
}

/** Why a command could not tell what there is to find. */
export interface Fault {
  /** What failed, as programs tell it apart: `forbidden`, `network`, `engine`, `stack` and so on. */
  readonly kind: string;
  readonly message: string;
}

/** All that a command found. */
export interface FindingReport {
  /** The command, such as `tokens`. */
  readonly title: string;
  /** The stack that it is about, if it is about one. */
  readonly stack?: string;
  /** What was checked, by the keys of the rules. */
  readonly rules: Readonly<Record<string, Rule>>;
  readonly findings: readonly Finding[];
  /** What a rule was found to hold for. */
  readonly held?: readonly { readonly rule: string; readonly subject: string }[];
  /** How much of the site the stack keeps. */
  readonly coverage?: readonly Coverage[];
  /** Present where nothing could be told. */
  readonly fault?: Fault;
}

/** The findings that are more than notes. */
export function graveFindings({ findings }: Pick<FindingReport, "findings">): readonly Finding[] {
  return findings.filter(({ level }) => level !== "note");
}
