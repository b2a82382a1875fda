import type { Drift, EntryChange } from "../../model/drift.js";

/** What a drift is about, as people know it: `PermissionScheme delivery`. */
export function nameResource({ resource: { kind, name } }: Drift): string {
  return `${kind} ${name}`;
}

/** The entry that a drift is about, in one line without spaces where names have none: `grants.ADD_COMMENTS.reporter`. */
export function nameEntry({ change }: Drift): string {
  return change === undefined ? "" : change.path.join(".");
}

/** A drift as a sentence about its resource. */
export function describeDrift(drift: Drift): string {
  const { category, change, whole } = drift;
  if (whole === "goes")
    return category === "changed-outside"
      ? "was deleted on the site"
      : "is not declared any more, and not yet taken away";
  if (whole === "appears") return "is declared, and not yet made";
  if (change === undefined) return "differs";
  if (category === "effective-access")
    return `${change.path.slice(1).join(": ")}${change.to === "" ? "" : `: ${change.to}`}`;
  return category === "changed-outside"
    ? `${describeChange(change)}, on the site`
    : `${describeChange(change)}, not yet applied`;
}

function describeChange({ path, from, to }: EntryChange): string {
  const entry = path.join(".");
  if (from === undefined) return `+ ${entry}${to === true ? "" : ` ${JSON.stringify(to)}`}`;
  if (to === undefined) return `- ${entry}${from === true ? "" : ` ${JSON.stringify(from)}`}`;
  return `~ ${entry} ${JSON.stringify(from)} → ${JSON.stringify(to)}`;
}
