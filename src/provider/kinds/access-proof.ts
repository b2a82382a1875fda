import { describeFinding, nameFinding, reasonOf } from "../../analysis/findings/describe-finding.js";
import { JiraError } from "../../errors.js";
import type { AccountProof } from "../../model/access-finding.js";
import { proveAccess } from "../../proof/prove-access.js";
import type { Handler, Session } from "../handler.js";
import { readInputs } from "../inputs/read-inputs.js";
import { type ProvenAccounts, readProvenAccounts } from "../inputs/read-proven-accounts.js";

interface Inputs {
  readonly accounts: ProvenAccounts;
  /** Whether a finding fails the run. */
  readonly strict?: true;
  /** What was found, by account and by what it is about; nothing where it is declared, so that a finding is a difference. */
  readonly findings: Findings;
}

type Findings = Readonly<Record<string, Readonly<Record<string, string>>>>;

/**
 * Handles `AccessProof`: that accounts may really do what is declared and nothing else, as the site itself says. Writes
 * nothing. A finding shows as a difference until it is gone, so that every run proves anew; creating and updating warn,
 * and fail only when `strict`: what a run deletes, it deletes after this.
 */
export const accessProof: Handler<Inputs, Inputs> = {
  check(raw) {
    const { accounts, failures } = readProvenAccounts(raw.accounts);
    const input = readInputs(raw);
    return { inputs: { accounts, ...input.flag("strict"), findings: {} }, failures: [...failures, ...input.failures] };
  },

  hold() {},

  async create(session, inputs) {
    return { id: "access", outputs: await proveAndWarn(session, inputs) };
  },

  async read(session, before) {
    const found = { ...before, findings: toFindings(await prove(session, before)) };
    return { inputs: found, outputs: found };
  },

  update: (session, _, inputs) => proveAndWarn(session, inputs),

  async delete() {},
};

async function proveAndWarn(session: Session, inputs: Inputs): Promise<Inputs> {
  const proofs = (await prove(session, inputs)).filter(({ findings }) => findings.length > 0);
  if (proofs.length > 0) {
    const lines = proofs.flatMap(({ user, findings }) =>
      findings.map((finding) => `${user}: ${describeFinding(finding)}`),
    );
    const message = `access is not as declared\n${lines.map((line) => `  ${line}`).join("\n")}`;
    if (inputs.strict) throw new JiraError("refused", message);
    session.warn(message);
  }
  return { ...inputs, findings: toFindings(proofs) };
}

function prove({ directory }: Session, { accounts }: Inputs): Promise<readonly AccountProof[]> {
  const expected = Object.entries(accounts).map(([user, { projects, permissions, ...account }]) => {
    return [user, { ...account, projects: Object.keys(projects), permissions: Object.keys(permissions) }] as const;
  });
  return proveAccess(directory, Object.fromEntries(expected));
}

function toFindings(proofs: readonly AccountProof[]): Findings {
  const found = proofs.filter(({ findings }) => findings.length > 0);
  return Object.fromEntries(
    found.map(({ user, findings }) => {
      return [user, Object.fromEntries(findings.map((one) => [nameFinding(one), reasonOf(one)]))] as const;
    }),
  );
}
