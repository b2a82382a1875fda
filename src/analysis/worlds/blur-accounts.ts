import { isEmail } from "../../model/account.js";
import type { DesiredAccess } from "../../model/desired-access.js";
import type { Grant } from "../../model/grant.js";

/**
 * What a stack may ask for where some accounts are written as e-mails and others as accountIds: any two of these may be
 * the same account, so whatever is given to one is given to the other too.
 * @param accounts every account that is mentioned.
 */
export function blurAccounts(desired: DesiredAccess, accounts: readonly string[]): DesiredAccess {
  const aliasesOf = (text: string) => accounts.filter((other) => isEmail(other) !== isEmail(text));
  const blur = (texts: readonly string[]) => [...new Set(texts.flatMap((text) => [text, ...aliasesOf(text)]))];
  const blurGrant = <T extends Grant>(grant: T): readonly T[] => {
    const { type, name } = grant.holder;
    return type === "user" && name !== undefined
      ? blur([name]).map((account) => ({ ...grant, holder: { type, name: account } }))
      : [grant];
  };
  return {
    ...desired,
    groups: desired.groups.map(({ members, ...group }) =>
      members === undefined ? group : { ...group, members: blur(members) },
    ),
    actors: desired.actors.map((one) => ({ ...one, users: blur(one.users) })),
    schemes: desired.schemes.map(({ grants, ...scheme }) =>
      grants === undefined ? scheme : { ...scheme, grants: grants.flatMap(blurGrant) },
    ),
  };
}
