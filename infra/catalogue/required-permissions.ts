import { namePermissions } from "./name-permissions.js";
import { keysIn, type PermissionClause, readClause } from "./permission-clause.js";

/** What an operation's description says of the permissions it needs. */
export interface RequiredPermissions {
  readonly needs: PermissionClause["needs"] | "unknown";
  readonly partly: readonly string[];
  /** The kinds of app that alone may call the operation. */
  readonly apps: readonly string[];
}

const introduction = /\[Permissions\]\(#permissions\) required:?(\*\*)?:?/;
/** Bullets that restrict single issues, comments or worklogs, whatever the permissions are. */
const furtherRestriction = /^If (issue-level|attachments are added|the (comment|worklog)|any worklog)|^Depending on/;
/** Bullets that say what for, each of them: one of them is enough. */
const purpose = / to (access|get|delete|create|set|update)\b|^if the user\b/;

/**
 * Reads which permissions an operation needs from its description. What the text leaves open is `unknown`: a list of
 * bullets, for one, does not say whether all or one of them is meant when one of them is administration of Jira.
 */
export function readRequiredPermissions(description: string): RequiredPermissions {
  const text = namePermissions(description.split(introduction).at(-1) ?? "");
  const apps = readApps(text);
  if (apps.length > 0) return { needs: [], partly: [], apps };
  const { header, bullets, rest } = takeApart(text);
  const read = bullets.length > 0 ? readBullets(header, bullets) : readClause(header);
  if (read === undefined || !introduction.test(description)) return { needs: "unknown", partly: [], apps };
  const needed = read.needs.flat();
  const partly = new Set([...read.partly, ...keysIn(rest)].filter((key) => !needed.includes(key)));
  return { needs: read.needs, partly: [...partly].sort(), apps };
}

function readBullets(header: string, all: readonly string[]): PermissionClause | undefined {
  const bullets = all.filter((bullet) => !furtherRestriction.test(bullet));
  const keys = [...new Set(bullets.flatMap(keysIn))];
  if (/^(None|Permission to access)\b/.test(header)) return { needs: [], partly: keys };
  if (keys.length === 0) return undefined;
  if (bullets.some((bullet) => keysIn(bullet).length === 0)) return { needs: [], partly: keys };
  if (bullets.length === 1) return readClause(bullets[0] ?? "");
  if (/\b(either of|one of)\b/.test(header) || bullets.every((bullet) => purpose.test(bullet))) {
    return { needs: [keys.sort()], partly: [] };
  }
  const clauses = bullets.map(readClause).filter((clause) => clause !== undefined);
  if (keys.includes("ADMINISTER") || clauses.length < bullets.length) return undefined;
  return { needs: clauses.flatMap(({ needs }) => needs), partly: clauses.flatMap(({ partly }) => partly) };
}

/** The first sentences with what belongs to them, the bullets under them, and all that follows. */
function takeApart(text: string): { header: string; bullets: string[]; rest: string } {
  const [head = "", ...tail] = text.trim().split(/\n\n(?! \*)/);
  const [header = "", ...bullets] = head.trim().split(/(?:^|\n+) ?\* {2}/);
  return { header: header.trim(), bullets: bullets.map((bullet) => bullet.trim()), rest: tail.join("\n") };
}

function readApps(text: string): string[] {
  const [statement = ""] = text.split("\n\n");
  if (!/^\W*Only .*\bapps?\b.* can |only accessible to apps|for apps to/.test(statement)) return [];
  const kinds = ["Connect", "Forge", "OAuth 2.0"].filter((kind) => statement.includes(kind));
  return kinds.length > 0 ? kinds : ["any"];
}
