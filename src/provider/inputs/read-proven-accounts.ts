import type { ExpectedAccess } from "../../model/expected-access.js";
import type { CheckFailure } from "../handler.js";
import type { Flags } from "../lists/flags.js";
import { isRecord, readInputs } from "./read-inputs.js";
import { unknownValue } from "./unknown-value.js";

/** What accounts may do and nothing else, by their keys, as state keeps it. */
export type ProvenAccounts = Readonly<Record<string, ProvenAccount>>;

interface ProvenAccount extends Pick<ExpectedAccess, "account" | "tolerate" | "elsewhere"> {
  readonly projects: Flags;
  readonly permissions: Flags;
}

const choices: readonly string[] = ["report", "forbid", "ignore"] satisfies ExpectedAccess["elsewhere"][];

/** The accounts of an `AccessProof` in the form that is kept, and what is wrong with them. */
export function readProvenAccounts(raw: unknown): { accounts: ProvenAccounts; failures: readonly CheckFailure[] } {
  if (raw === unknownValue) return { accounts: raw as unknown as ProvenAccounts, failures: [] };
  if (!isRecord(raw))
    return { accounts: {}, failures: [{ property: "accounts", reason: "must be a map of accounts" }] };
  const read = Object.entries(raw).map(([user, given]) => ({ user, ...readAccount(user, given) }));
  return {
    accounts: Object.fromEntries(read.map(({ user, account }) => [user, account])),
    failures: read.flatMap(({ failures }) => failures),
  };
}

function readAccount(user: string, raw: unknown): { account: ProvenAccount; failures: readonly CheckFailure[] } {
  const input = readInputs(isRecord(raw) ? raw : {});
  const elsewhere = input.optionalText("elsewhere", "report");
  const account = {
    account: input.text("account"),
    projects: input.textSet("projects"),
    permissions: input.textSet("permissions"),
    tolerate: input.textMap("tolerate"),
    elsewhere: elsewhere as ProvenAccount["elsewhere"],
  };
  const known = choices.includes(elsewhere) || elsewhere === unknownValue;
  const wrong = known ? [] : [{ property: "elsewhere", reason: `must be one of ${choices.join(", ")}` }];
  const failures = [...input.failures, ...wrong].map(({ property, reason }) => {
    return { property: `accounts.${user}.${property}`, reason };
  });
  return { account, failures };
}
