import type { Finding } from "../../model/finding.js";

/** What stays the same while the same thing is found again and again, wherever in a file it stands. */
export function keyOf({ key, rule, subject, message }: Finding): string {
  return key ?? `${rule}/${subject}/${message}`;
}
