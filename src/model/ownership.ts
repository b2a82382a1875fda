/** The Pulumi project and stack that made an object, as `PROJECT/STACK`. */
export type Owner = string;

const markPattern = /\s*\[jira-access ([^\]\s]+)\]\s*$/;

/** A description as Jira stores it: the person's words, then the mark of the stack that made the object. */
export function markDescription(description: string, owner: Owner): string {
  return `${description}${description === "" ? "" : " "}[jira-access ${owner}]`;
}

/** A stored description taken apart: the person's words, and the stack that made the object if one marked it. */
export function readDescription(stored: string): { readonly description: string; readonly owner?: Owner } {
  const owner = markPattern.exec(stored)?.[1];
  const description = stored.replace(markPattern, "");
  return owner === undefined ? { description } : { description, owner };
}
