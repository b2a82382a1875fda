/** A text that others wrote as one line without control characters, fit for a terminal, XML or Markdown. */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029\uFFFE\uFFFF]+/gu, " ").trim();
}
