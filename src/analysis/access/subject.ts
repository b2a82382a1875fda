import type { AccountAccess, Product, SiteAccess } from "../../model/site-access.js";

/** An account with what grants can refer to. */
export interface Subject {
  readonly account: AccountAccess;
  /** The products that the account is licensed for. */
  readonly products: readonly Product[];
  /** Why the account may not use Jira at all; absent where it may. */
  readonly barred?: "inactive" | "unlicensed";
}

/** The subject that an account is on a site. Apps need no licence. */
export function describeSubject({ products }: SiteAccess, account: AccountAccess): Subject {
  const licensed = products.filter(({ groups }) => groups.some((id) => account.groups.has(id)));
  const subject = { account, products: licensed };
  if (!account.active) return { ...subject, barred: "inactive" };
  return account.type === "app" || licensed.length > 0 ? subject : { ...subject, barred: "unlicensed" };
}
