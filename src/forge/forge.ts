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
