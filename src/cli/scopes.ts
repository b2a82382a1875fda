import { Command } from "commander";
import { minimalPermissions } from "../analysis/scopes/minimal-permissions.js";
import { adviseScopes } from "../analysis/scopes/scope-advice.js";
import type { OperationName } from "../catalogue/operation-fact.js";
import { scopeLimit } from "../catalogue/scopes.js";
import { formatAdvice, scopesDoNotRestrict } from "./scopes/format-advice.js";
import { scopesLintCommand } from "./scopes/lint.js";
import { parseOperations } from "./scopes/operation-names.js";
import { chooseStack } from "./stack/choose-stack.js";
import { operationsOfUsers } from "./stack/users-operations.js";
import { printJson, printOut } from "./terminal/print-out.js";

const examples = `
Examples:
  jira-access scopes production                        for each integration user of stacks/production.yaml
  jira-access scopes --operations getIssue,addComment  for what an integration calls
  jira-access scopes production --json                 with every operation that each scope opens besides
  jira-access scopes lint manifest.yml --fix           the scopes that an app asks for

Operations are named by their ids in Atlassian's OpenAPI document. No site is asked.
Exit code: 0 when the sets were found, 1 when the stack file cannot be used.`;

/** The verb `scopes`: the smallest sets of scopes for integration users, or for operations. */
export function scopesCommand(): Command {
  return new Command("scopes")
    .description("find the smallest sets of scopes for integration users or operations")
    .argument("[stack]", "name of a stack or path of a stack file (default: the stack that is selected)")
    .option("--operations <ids>", "for these operations, with commas between, instead of a stack", parseOperations)
    .option("--json", "print the sets as JSON")
    .addHelpText("after", examples)
    .addCommand(scopesLintCommand())
    .action(async (stack: string | undefined, { operations, json }: { operations?: OperationName[]; json?: true }) => {
      const all = operations ? [ofOperations(operations)] : await ofStack(stack);
      if (json) printJson(toJson(all));
      else printOut(toText(all));
    });
}

/** Advice for one integration user, or for the operations that were named. */
type Advised = ReturnType<typeof ofOperations>;

function ofOperations(operations: readonly OperationName[]) {
  const { permissions, otherRights, unknown } = minimalPermissions(operations);
  const rights = [...permissions, ...otherRights].join(", ") || "none";
  const open = unknown.length === 0 ? "" : `; not known for ${unknown.join(", ")}`;
  return {
    name: "operations",
    heading: `${operations.join(", ")}: permissions needed: ${rights}${open}`,
    needs: { permissions, otherRights, unknown },
    advice: adviseScopes(operations),
  };
}

async function ofStack(stack: string | undefined): Promise<Advised[]> {
  const { file } = await chooseStack(stack);
  return operationsOfUsers(file).map(({ name, account, permissions, operations }) => ({
    name,
    heading: `${name} (${account}): ${permissions.join(", ")}; that is for ${operations.length} operations`,
    needs: { permissions, otherRights: [], unknown: [] },
    advice: adviseScopes(operations),
  }));
}

function toText(all: readonly Advised[]): string {
  const parts = all.map(({ heading, advice }) => formatAdvice(heading, advice));
  return `${[...parts, scopesDoNotRestrict].join("\n")}\n`;
}

function toJson(all: readonly Advised[]) {
  const users = Object.fromEntries(all.map(({ name, needs, advice }) => [name, { ...needs, ...advice }]));
  return { users, limit: scopeLimit, note: scopesDoNotRestrict };
}
