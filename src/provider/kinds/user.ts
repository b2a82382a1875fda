import { createAccount, deleteAccount } from "../../client/account.js";
import type { Directory } from "../../client/directory.js";
import { JiraError } from "../../errors.js";
import type { Account } from "../../model/account.js";
import type { AccountId } from "../../model/ids.js";
import type { Handler, Session } from "../handler.js";
import { readInputs } from "../inputs/read-inputs.js";
import { unknownValue } from "../inputs/unknown-value.js";
import type { Flags } from "../lists/flags.js";
import { deleteOrLook, writeOrLook } from "../writes/lost-answer.js";

interface Inputs {
  readonly email: string;
  /** What a new account is given access to; means nothing for one that is there. */
  readonly products: Flags;
  readonly removeOnDestroy?: true;
}

interface Outputs extends Inputs {
  readonly accountId: AccountId;
  readonly displayName: string;
  /** Whether this resource invited the account, which alone may let it be removed. */
  readonly invited: boolean;
  /** The account's e-mail as the site shows it; absent where privacy settings hide it. */
  readonly siteEmail?: string;
}

const knownProducts = new Set(["jira-core", "jira-product-discovery", "jira-servicedesk", "jira-software"]);
const usualProducts = ["jira-software"];

/**
 * Handles `User`: that an account of an e-mail is on the site. One that is there is taken as it is; once known, an
 * account is known by its id, whatever its e-mail becomes.
 */
export const user: Handler<Inputs, Outputs> = {
  replaceOn: ["email"],
  isStill: (before, inputs) => sameEmail(before.siteEmail, inputs.email),

  check(raw) {
    const input = readInputs({ ...raw, products: raw.products ?? usualProducts });
    const inputs = {
      email: input.text("email"),
      products: input.textSet("products"),
      ...input.flag("removeOnDestroy"),
    };
    const unknown = Object.keys(inputs.products).filter(
      (product) => product !== unknownValue && !knownProducts.has(product),
    );
    const reason = `must be of ${[...knownProducts].join(", ")}`;
    return { inputs, failures: [...input.failures, ...unknown.map(() => ({ property: "products", reason }))] };
  },

  hold({ asserted }, { accountId }) {
    asserted.add(assertion(accountId));
  },

  async create(session, inputs) {
    const { client, directory } = session;
    const existing = await directory.accounts.load(inputs.email);
    const invite = () => createAccount(client, { email: inputs.email, products: Object.keys(inputs.products) });
    const account =
      existing ?? (await writeOrLook(invite, () => directory.accounts.clear(inputs.email).load(inputs.email)));
    keep(session, inputs.email, account);
    // Where the e-mail is hidden, the search could not have told whether the account was there all along.
    const invited = existing === undefined && sameEmail(account.email, inputs.email);
    return { id: account.id, outputs: { ...inputs, ...seen(account), invited } };
  },

  async read({ directory }, outputs) {
    const account = await directory.accounts.load(outputs.accountId);
    if (account === undefined) {
      directory.accounts.clear(outputs.accountId);
      return undefined;
    }
    directory.accounts.clear(outputs.email).prime(outputs.email, account);
    const { accountId, displayName, invited, siteEmail, ...inputs } = outputs;
    return { inputs, outputs: { ...inputs, ...seen(account), invited } };
  },

  async update(session, { accountId, invited, email, products }, inputs) {
    const account = await session.directory.accounts.load(accountId);
    if (account === undefined) throw new JiraError("not-found", `the account ${email} is gone; run pulumi refresh`);
    if (Object.keys(products).join() !== Object.keys(inputs.products).join()) {
      session.warn(
        `${inputs.email} is on the site already: its access to products comes from its groups, not from here`,
      );
    }
    keep(session, inputs.email, account);
    return { ...inputs, ...seen(account), invited };
  },

  async delete({ client, directory, asserted }, { accountId, invited, removeOnDestroy, email }) {
    if (asserted.has(assertion(accountId)) || !invited || !removeOnDestroy) return;
    if ((await directory.accounts.load(accountId)) === undefined) return;
    const isThere = async () => (await directory.accounts.clear(accountId).load(accountId)) !== undefined;
    await deleteOrLook(() => deleteAccount(client, accountId), isThere);
    forget(directory, accountId, email);
  },
};

function seen(account: Account): Pick<Outputs, "accountId" | "displayName" | "siteEmail"> {
  const { id: accountId, displayName, email } = account;
  return { accountId, displayName, ...(email === undefined ? {} : { siteEmail: email }) };
}

function keep({ directory, asserted }: Session, email: string, account: Account): void {
  asserted.add(assertion(account.id));
  forget(directory, account.id, email);
  directory.accounts.prime(account.id, account).prime(email, account);
}

function forget({ accounts }: Directory, id: AccountId, email: string): void {
  accounts.clear(id).clear(email);
}

function sameEmail(a: string | undefined, b: string): boolean {
  return a?.toLowerCase() === b.toLowerCase();
}

function assertion(id: AccountId): string {
  return `user/${id}`;
}
