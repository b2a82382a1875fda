const moment = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}(Z|(?:\+|&#43;)0000)/g;

/** What was printed, with every moment that the site's clock gave replaced by the same one; all else is as it was. */
export function standStill(printed: string): string {
  return printed.replace(moment, "2026-01-31T09:00:00.000$1");
}
