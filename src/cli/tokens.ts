import { Command } from "commander";
import { auditCredentials } from "../analysis/credentials/audit-credentials.js";
import type { ScopeNeed } from "../analysis/credentials/check-scopes.js";
import { minimalScopes } from "../analysis/scopes/minimal-scopes.js";
import { listCredentials } from "../client/credential-inventory.js";
import { readSettings } from "../client/credentials.js";
import { createOrganisationClient, readOrganisation } from "../client/organisation.js";
import { listAsTable } from "../report/credentials-table.js";
import { readCredentialPolicy, usualCredentialPolicy } from "../stack/read-credential-policy.js";
import { operationsOfUsers } from "./stack/users-operations.js";
import { type FindingOptions, formatOption, printFindings, setExitCode } from "./terminal/print-findings.js";
import { printJson } from "./terminal/print-out.js";
import { withProgress } from "./terminal/progress.js";
import { revoke } from "./tokens/revoke-token.js";

interface TokensOptions extends FindingOptions {
  readonly stack?: string;
  readonly policy?: string;
  readonly revoke?: string;
  readonly confirm?: string;
}

const examples = `
The organisation is named by ATLASSIAN_ORG_ID and ATLASSIAN_ORG_API_KEY.

Examples:
  jira-access tokens                              lists all, then what is stale
  jira-access tokens --policy tokens.yaml         by a policy of your own
  jira-access tokens --stack production           and by what its integration users need
  jira-access tokens --format sarif > tokens.sarif
  jira-access tokens --revoke 1f0c --confirm "old deploy token"

Exit code: 0 when nothing is found, 2 when something is, 1 when it cannot be told.`;

/** The verb `tokens`: lists the organisation's credentials, holds them against a policy, and revokes one that is confirmed. */
export function tokensCommand(): Command {
  return new Command("tokens")
    .description("list an organisation's API tokens, OAuth clients and API keys, and what is stale")
    .option("--stack <stack>", "a stack whose integration users should have no more scopes than they need")
    .option("--policy <file>", "YAML file that says what is stale and which scopes are allowed")
    .addOption(formatOption())
    .option("--json", "print credentials and findings as JSON")
    .option("--revoke <id>", "revoke this one for good; asks at a terminal for its label")
    .option("--confirm <label>", "the label of the one to revoke")
    .addHelpText("after", examples)
    .action(run);
}

async function run({ stack, policy, format, json, revoke: id, confirm }: TokensOptions): Promise<void> {
  const standard = policy === undefined ? usualCredentialPolicy : readCredentialPolicy(policy);
  const needs = stack === undefined ? new Map<string, ScopeNeed>() : readNeeds(stack);
  const client = createOrganisationClient(readOrganisation(readSettings(process.env)));
  const credentials = await withProgress("reading credentials", (say) => listCredentials(client, (n) => say(`${n}`)));
  if (id !== undefined) return revoke(client, credentials, { id, confirm });
  const nowMs = Date.now();
  const report = auditCredentials(credentials, { policy: standard, needs, nowMs });
  if (!json && format !== "json") return printFindings(report, { format }, listAsTable(credentials, nowMs));
  printJson({ credentials, findings: report.findings });
  setExitCode(report);
}

/** What the integration users of a stack need, by the names of their accounts. */
function readNeeds(stack: string): ReadonlyMap<string, ScopeNeed> {
  return new Map(
    operationsOfUsers(stack).map(({ name, account, operations }) => {
      const { recommended, granular } = minimalScopes(operations);
      return [account, { user: name, sufficient: [recommended, granular] }];
    }),
  );
}
