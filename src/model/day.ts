/** How many milliseconds a day has. */
export const dayMs = 86_400_000;

/** The day of a moment in ISO 8601, as YYYY-MM-DD. */
export function dayOf(moment: string): string {
  return moment.slice(0, "2026-01-31".length);
}
