import { createHash } from "node:crypto";
import type { AccountId } from "../../model/ids.js";

/** The id of the account with that number. */
export function toAccountId(number: number): AccountId {
  return `5f${String(number).padStart(22, "0")}`;
}

/** The token of an account that is given no other. */
export function toToken(email: string): string {
  return `emulator-${localPart(email)}-token`;
}

/** The name that an account shows if it is given no other. */
export function toDisplayName(email: string): string {
  const words = localPart(email).split(/[.\-_]/);
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(" ");
}

/** An id in the form of a UUID; the same text always gives the same one. */
export function toUuid(text: string): string {
  const hex = createHash("sha256").update(text).digest("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    "-",
  );
}

function localPart(email: string): string {
  return email.split("@")[0] ?? email;
}
