import { JiraError } from "../../errors.js";
import type { HolderType } from "../../model/holder.js";
import type { SchemeId } from "../../model/ids.js";
import type { PermissionScheme } from "../../model/permission-scheme.js";
import type { Session } from "../handler.js";

/** How a resource holds grants of a scheme: its whole list, all of one holder, or a single one of a holder. */
export type GrantMode = { readonly type: "whole" } | { readonly type: "holder" | "grant"; readonly holder: string };

const names = { whole: "PermissionScheme with grants", holder: "HolderGrants", grant: "PermissionGrant" } as const;

/**
 * Claims grants of a scheme for one way of holding them, for the life of this process.
 * @throws JiraError of kind `refused` when another resource holds the same grants in another way, for the two would
 *   undo each other in every run.
 */
export function claimGrants(session: Session, scheme: PermissionScheme, mode: GrantMode): void {
  const rivals = [...session.asserted]
    .flatMap((key) => readKey(scheme.id, key))
    .filter((other) => excludes(mode, other));
  const [rival] = rivals;
  if (rival !== undefined) {
    throw new JiraError(
      "refused",
      `grants of the permission scheme ${JSON.stringify(scheme.name)} are held by a ${names[mode.type]} and a ${names[rival.type]}, which would undo each other; declare them in one of the two`,
    );
  }
  holdGrants(session, scheme.id, mode);
}

/** Remembers how grants of a scheme are held, by whomever else. */
export function holdGrants({ asserted }: Session, scheme: SchemeId, mode: GrantMode): void {
  asserted.add(toKey(scheme, mode));
}

/** What tells one holder from another on a site. */
export function holderKey(type: HolderType, id: string | undefined): string {
  return `${type}/${id ?? ""}`;
}

/** Whether the whole list of a scheme is claimed, so that leftovers of other ways must not touch it. */
export function isWholeListClaimed({ asserted }: Session, scheme: SchemeId): boolean {
  return asserted.has(toKey(scheme, { type: "whole" }));
}

/** Whether grants of a holder in a scheme are claimed apart from the scheme's whole list. */
export function isHeldApart({ asserted }: Session, scheme: SchemeId, holder: string): boolean {
  return (["holder", "grant"] as const).some((type) => asserted.has(toKey(scheme, { type, holder })));
}

function excludes(mode: GrantMode, other: GrantMode): boolean {
  if (mode.type === other.type) return false;
  return mode.type === "whole" || other.type === "whole" || mode.holder === other.holder;
}

function toKey(scheme: SchemeId, mode: GrantMode): string {
  return `${prefixOf(scheme)}${JSON.stringify(mode)}`;
}

function readKey(scheme: SchemeId, key: string): GrantMode[] {
  return key.startsWith(prefixOf(scheme)) ? [JSON.parse(key.slice(prefixOf(scheme).length)) as GrantMode] : [];
}

function prefixOf(scheme: SchemeId): string {
  return `grants/${scheme}/`;
}
