/** A comment on a pull request, as far as this package needs to know it. */
interface ForgeComment {
  readonly id: string;
  readonly body: string;
  /** Whether the account that asks wrote it. */
  readonly isOwn: boolean;
}

/** The one pull request that a pipeline runs for, on the forge that runs it. */
export interface PullRequest {
  /** How long a comment may be, in UTF-16 code units. */
  readonly mostCharacters: number;
  /** Whether `<details>` folds there. */
  readonly folds: boolean;
  /** All its comments, of all pages, oldest first. @throws ForgeError */
  list(): Promise<readonly ForgeComment[]>;
  /** @throws ForgeError */
  create(body: string): Promise<void>;
  /** @throws ForgeError */
  update(id: string, body: string): Promise<void>;
}

/** What the environment of a pipeline says. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** What an issue says. */
export interface IssueText {
  readonly title: string;
  readonly body: string;
  /** Whether there is still something to do about it. */
  readonly isOpen: boolean;
}

/** An issue that is there. */
interface ForgeIssue extends IssueText {
  readonly id: string;
}

/** The place of the one issue about a subject, on the forge that runs the pipeline. */
export interface IssuePlace {
  /** How long a body may be, in UTF-16 code units. */
  readonly mostCharacters: number;
  /** What a body is shown as. */
  readonly shows: "markdown" | "text";
  /** The issue about the subject that the account that asks wrote, open or not. @throws ForgeError */
  find(): Promise<ForgeIssue | undefined>;
  /** @throws ForgeError */
  create(text: IssueText): Promise<void>;
  /** @throws ForgeError */
  update(before: ForgeIssue, text: IssueText): Promise<void>;
}
