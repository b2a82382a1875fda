/** The hidden last line by which a body is known: a link that nothing refers to, which every Markdown hides. */
export function markerOf(verb: string, subject: string): string {
  const text = encodeURIComponent(subject).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return `[//]: # (jira-access ${verb} ${text})`;
}

/** A body with its hidden line. */
export function withMarker(body: string, marker: string): string {
  return `${body}${gap}${marker}`;
}

/** The body that a marker was put under; nothing where it has not that last line. */
export function withoutMarker(body: string, marker: string): string | undefined {
  const text = body.replaceAll("\r\n", "\n").trimEnd();
  return text.endsWith(`\n${marker}`) ? text.slice(0, -marker.length).trimEnd() : undefined;
}

/** How many of so many characters a marker leaves to the body. */
export function roomBeside(marker: string, mostCharacters: number): number {
  return mostCharacters - gap.length - marker.length;
}

const gap = "\n\n";
