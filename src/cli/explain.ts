import { Command, Option } from "commander";
import { type Risk, risks } from "../catalogue/risk.js";
import { drawExplanation } from "./explain/draw-explanation.js";
import { drawInventory } from "./explain/draw-inventory.js";
import { drawRequests } from "./explain/draw-requests.js";
import { explainAccess } from "./explain/explain-access.js";
import { inventoryRisk } from "./explain/inventory-risk.js";
import { inventoryToJson, toJson } from "./explain/to-json.js";
import { connect } from "./stack/connect.js";
import { drawTree } from "./terminal/draw-tree.js";
import { printAside, printJson, printOut } from "./terminal/print-out.js";
import { withProgress } from "./terminal/progress.js";

interface ExplainOptions {
  readonly risk?: Risk;
  readonly stack?: string;
  readonly stats?: true;
  readonly json?: true;
}

const examples = `
ACCOUNT is an e-mail, an accountId, or the key of an integration user in the stack file.
With a permission and a project it also tells what would end or grant the permission, and what else the groups and
roles on the way give, and to whom.

Examples:
  jira-access explain release-notes                                  everything, in every project
  jira-access explain ann@acme.example DELETE_ISSUES                 one permission, in every project
  jira-access explain ann@acme.example DELETE_ISSUES PAY             one permission in one project, closely
  jira-access explain ann@acme.example DELETE_ISSUES PAY --json      for scripts
  jira-access explain --risk destroys                                who can delete what, by person and project

Exit code: 0 when the question is answered, 1 when it could not be.`;

/** The verb `explain`: every path by which an account has a permission, or why it lacks it. */
export function explainCommand(): Command {
  return new Command("explain")
    .description("tell what an account can do, and why")
    .argument("[account]", "e-mail, accountId or key of an integration user")
    .argument("[permission]", "key of a permission (default: all)")
    .argument("[project]", "key of a project (default: all)")
    .addOption(
      new Option("--risk <risk>", "list who has permissions of that risk, by person and project").choices(risks),
    )
    .option("--stack <stack>", "the stack whose integration users and site are meant (default: the selected one)")
    .option("--stats", "tell on stderr which requests were made, beside the fewest possible")
    .option("--json", "print the result as JSON on stdout")
    .addHelpText("after", examples)
    .action(explain);
}

async function explain(
  account: string | undefined,
  permission: string | undefined,
  project: string | undefined,
  { risk, stack, stats, json }: ExplainOptions,
  command: Command,
): Promise<void> {
  if (risk !== undefined && permission !== undefined) command.error("error: --risk goes with an account at most");
  if (risk !== undefined) return printInventory(risk, { account, stack, json });
  if (account === undefined) return command.error("error: name an account, or a risk with --risk");
  const directory = await connect(stack);
  const explanation = await withProgress(`reading ${directory.client.site}`, () =>
    explainAccess(directory, { account, permission, project, stack }),
  );
  if (json) printJson(toJson(explanation));
  else printOut(drawTree(drawExplanation(explanation)));
  if (stats) printAside(drawRequests(explanation.requests));
}

async function printInventory(
  risk: Risk,
  { account, stack, json }: { account?: string | undefined; stack?: string | undefined; json?: true | undefined },
): Promise<void> {
  const directory = await connect(stack);
  const report = await withProgress(`reading ${directory.client.site}`, () =>
    inventoryRisk(directory, risk, { account, stack }),
  );
  if (json) printJson(inventoryToJson(report));
  else printOut(drawTree(drawInventory(report)));
}
