import type { Account } from "../../model/account.js";

/** An account as people know it: `ann@acme.example (Ann)`. */
export function nameAccount({ id, email, displayName }: Account): string {
  return `${email ?? id}${displayName === "" ? "" : ` (${displayName})`}`;
}
