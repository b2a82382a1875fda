import { Command } from "commander";
import { exitCodes } from "../catalogue/exit-codes.js";
import { formatFault } from "../errors.js";
import type { AccountProof } from "../model/access-finding.js";
import { type PlacedAssertion, placeAssertions } from "../preflight/assertions-of-file.js";
import { proveAccess } from "../proof/prove-access.js";
import { proveAssertions } from "../proof/prove-assertions.js";
import { expandAssertions } from "../stack/expand/expand-assertions.js";
import { expandStack } from "../stack/expand/expand-stack.js";
import { readStack } from "../stack/read-stack.js";
import { type ChosenStack, chooseStack, stackArgumentHelp } from "./stack/choose-stack.js";
import { connect } from "./stack/connect.js";
import { printJson, printOut } from "./terminal/print-out.js";
import { withProgress } from "./terminal/progress.js";
import { describeProof } from "./verify/describe-proof.js";

/** What the integration users of one stack may really do, held against its file. */
export interface Verification {
  readonly file: string;
  /** What people know the site by. */
  readonly site: string;
  readonly users: readonly AccountProof[];
  /** What became of the file's assertions; absent where it makes none. */
  readonly assertions?: readonly PlacedAssertion[];
}

const examples = `
Examples:
  jira-access verify            the selected stack
  jira-access verify demo       stacks/demo.yaml
  jira-access verify --json     for scripts

A finding is what an integration user may do in its projects beside what is declared and tolerated, what it lacks
there, the administration of Jira, and with "elsewhere: forbid" whatever it may do in other projects. An assertion of
the file that is violated is a finding too.

Exit code: 0 when nothing is found, 2 when something is, 1 when the site could not be asked.`;

/** The verb `verify`: asks the site what each integration user can do now. */
export function verifyCommand(): Command {
  return new Command("verify")
    .description("ask the site what each integration user can really do")
    .argument("[stack]", stackArgumentHelp)
    .option("--json", "print the result as JSON on stdout")
    .addHelpText("after", examples)
    .action(async (stack: string | undefined, { json = false }: { json?: boolean }) => {
      printVerification(await verifyStack(await chooseStack(stack)), json);
    });
}

/**
 * Asks the site what the integration users of a stack may really do.
 * @throws StackError, JiraError
 */
export async function verifyStack({ name, file }: ChosenStack): Promise<Verification> {
  const stack = readStack(file);
  const directory = await connect(name);
  const work = async () => {
    const projects = [...(await directory.projects.all()).values()];
    const { integrationUsers } = expandStack(stack, undefined, projects);
    return Promise.all([
      proveAccess(directory, Object.fromEntries(integrationUsers.map((user) => [user.key, user]))),
      proveAssertions(directory, expandAssertions(stack.declaration, projects)),
    ]);
  };
  const [users, judged] = await withProgress(`asking ${directory.client.site} what the integration users can do`, work);
  const assertions = judged.length === 0 ? {} : { assertions: placeAssertions(stack, judged) };
  return { file, site: directory.client.site, users, ...assertions };
}

/** Prints a verification on stdout and sets the exit code that it asks for. */
export function printVerification(verification: Verification, json: boolean): void {
  const { file, users, assertions = [] } = verification;
  const proofs = users.length === 0 ? [`${file} declares no integration users`] : users.map(describeProof);
  if (json) printJson(verification);
  else printOut([...proofs, ...assertions.map(describeAssertion)].join("\n"));
  const isFound =
    users.some(({ findings }) => findings.length > 0) || assertions.some(({ result }) => result !== "holds");
  process.exitCode = isFound ? exitCodes.found : exitCodes.clean;
}

/** An assertion that the site does not settle either is as good as violated: nobody can say that it holds. */
function describeAssertion({ result, ...fault }: PlacedAssertion): string {
  return `${result === "open" ? "cannot be told" : result}: ${formatFault(fault)}`;
}
