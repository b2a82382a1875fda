import { writeFileSync } from "node:fs";
import { Command } from "commander";
import { lintScopes, type ScopeFinding } from "../../analysis/scopes/lint-scopes.js";
import { exitCodes } from "../../catalogue/exit-codes.js";
import type { OperationName } from "../../catalogue/operation-fact.js";
import { formatFault, StackError } from "../../errors.js";
import { unwritable } from "../../file-error.js";
import { stackFileOf } from "../../stack/stack-files.js";
import { operationsOfUsers } from "../stack/users-operations.js";
import { printJson, printOut } from "../terminal/print-out.js";
import { parseOperations } from "./operation-names.js";
import { readScopeList } from "./read-scope-list.js";

interface LintOptions {
  readonly operations?: readonly OperationName[];
  readonly stack?: string;
  readonly user?: string;
  readonly fix?: true;
  readonly json?: true;
}

/** A finding with its place. */
interface PlacedFinding extends ScopeFinding {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

const examples = `
Examples:
  jira-access scopes lint manifest.yml                                      by itself
  jira-access scopes lint manifest.yml --operations getIssue,addComment     for what the app calls
  jira-access scopes lint scopes.txt --stack production --user release-notes --fix

FILE is a Forge manifest, a YAML or JSON list of scopes, or plain text; scopes of other products are left alone.
Exit code: 0 when nothing is wrong or all was fixed, 2 when something is, 1 when the file cannot be read.`;

/** The verb `scopes lint`: finds missing, redundant, deprecated, unknown and too many scopes in a file. */
export function scopesLintCommand(): Command {
  return new Command("lint")
    .description("check the scopes of a Forge manifest or a list of OAuth scopes")
    .argument("<file>", "the manifest or list")
    .option("--operations <ids>", "operations that the app calls, with commas between", parseOperations)
    .option("--stack <stack>", "stack file whose integration user the app is")
    .option("--user <name>", "which integration user of that file (default: the only one)")
    .option("--fix", "put the list right; comments and order stay")
    .option("--json", "print the findings as JSON")
    .addHelpText("after", examples)
    .action((file: string, _: LintOptions, command: Command) => lint(file, command.optsWithGlobals()));
}

/** `scopes` has options of the same names, and takes them before this verb sees them. */
function lint(file: string, options: LintOptions): void {
  const needed = options.operations ?? (options.stack === undefined ? undefined : ofUser(options.stack, options.user));
  const found = lintFile(file, needed);
  if (options.fix && found.length > 0) fixFile(file, needed);
  const left = options.fix ? lintFile(file, needed) : found;
  const fixed = options.fix ? found.filter(({ message }) => !left.some((one) => one.message === message)) : [];
  if (options.json) printJson({ file, findings: left, fixed });
  else {
    for (const finding of fixed) printOut(`fixed: ${formatFault(finding)}`);
    for (const finding of left) printOut(formatFault(finding));
  }
  process.exitCode = left.length > 0 ? exitCodes.found : exitCodes.clean;
}

function lintFile(file: string, needed: readonly OperationName[] | undefined): PlacedFinding[] {
  const { entries } = readScopeList(file);
  const { findings } = lintScopes(scopesOf(entries), needed);
  const last = entries.at(-1) ?? { line: 1, column: 1 };
  return findings.map((finding) => {
    const { line, column } = entries[finding.index ?? -1] ?? last;
    return { file, line, column, ...finding, message: `${finding.kind}: ${finding.message}` };
  });
}

function fixFile(file: string, needed: readonly OperationName[] | undefined): void {
  const list = readScopeList(file);
  const { kept, added } = lintScopes(scopesOf(list.entries), needed);
  try {
    writeFileSync(file, list.rewrite(kept, added));
  } catch (error) {
    throw unwritable(file, error);
  }
}

function scopesOf(entries: readonly { readonly scope: string }[]): string[] {
  return entries.map(({ scope }) => scope);
}

function ofUser(stack: string, name: string | undefined): readonly OperationName[] {
  const users = operationsOfUsers(stack);
  const user = name === undefined && users.length === 1 ? users[0] : users.find((one) => one.name === name);
  if (user !== undefined) return user.operations;
  const which =
    name === undefined ? "say with --user which integration user it is" : `it has no integration user ${name}`;
  const all = users.map((one) => one.name).join(", ");
  throw new StackError([
    { file: stackFileOf(stack), line: 1, column: 1, message: `${which}; there are: ${all || "none"}` },
  ]);
}
