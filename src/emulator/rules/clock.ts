/** When everything that a seed describes was made, unless it says otherwise. */
export const plantedAt = "2026-01-05T09:00:00.000Z";

/** A moment, the present one unless told, in the form that Jira's answers have. */
export function toJiraTime(moment: number | string = Date.now()): string {
  return toIsoTime(moment).replace("Z", "+0000");
}

/** A moment, the present one unless told, in the form that the organisation's API has. */
export function toIsoTime(moment: number | string = Date.now()): string {
  return new Date(moment).toISOString();
}
