/**
 * The known name that a text which is none of them was most likely meant to be.
 * Much stricter than a guess for a message, because the text may well be a name of its own: at most two edits, fewer in
 * short names, and never a difference in digits. A difference only in case always counts.
 */
export function misspeltName(text: string, names: readonly string[]): string | undefined {
  if (names.includes(text)) return undefined;
  const folded = text.toLowerCase();
  const sameButCase = names.find((name) => name.toLowerCase() === folded);
  const edits = Math.min(2, Math.floor(text.length / 3));
  return (
    sameButCase ?? names.find((name) => digits(name) === digits(text) && isWithin(name.toLowerCase(), folded, edits))
  );
}

function digits(text: string): string {
  return text.replace(/\D+/g, " ");
}

function isWithin(a: string, b: string, edits: number): boolean {
  let same = 0;
  while (same < a.length && a[same] === b[same]) same += 1;
  const [restA, restB] = [a.slice(same), b.slice(same)];
  if (restA === "" || restB === "") return restA.length + restB.length <= edits;
  if (edits === 0) return false;
  const [nextA, nextB] = [restA.slice(1), restB.slice(1)];
  return isWithin(nextA, nextB, edits - 1) || isWithin(nextA, restB, edits - 1) || isWithin(restA, nextB, edits - 1);
}
