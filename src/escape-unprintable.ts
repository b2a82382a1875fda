/**
 * The text with nothing left that a terminal obeys or that hides or turns text around; lines and tabs stay. What is
 * escaped is so as in JSON: JSON means the same after it.
 */
export function escapeUnprintable(text: string): string {
  return text.replace(/[^\P{Cc}\n\t]|[\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/gu, escapeCharacter);
}

function escapeCharacter(character: string): string {
  const units = Array.from({ length: character.length }, (_, index) => character.charCodeAt(index));
  return units.map((unit) => `\\u${unit.toString(16).padStart(4, "0")}`).join("");
}
