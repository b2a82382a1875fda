import type { Origin } from "../../model/desired-access.js";
import type { HolderType } from "../../model/holder.js";
import type { NamedEntry } from "../declared-names.js";
import { type Aspect, didYouMean, type Flaw } from "../flaw.js";
import { quote } from "../quote.js";
import type { Declaration } from "../schema/schema.js";
import { misspeltName } from "./near-name.js";

/** A place where the file names something that it may declare elsewhere. */
export interface Mention {
  readonly name: string;
  readonly origin: Origin;
  readonly at: Aspect;
}

/**
 * Mentions that are keys instead of names, or nearly are, but are not, names that this file makes; other names are the
 * site's.
 */
export function checkMentions(
  what: "role" | "group",
  mentions: readonly Mention[],
  entries: readonly NamedEntry[],
  names: readonly string[],
): Flaw[] {
  return mentions.flatMap(({ name, origin, at }) => {
    if (names.includes(name)) return [];
    const byKey = entries.find(({ key }) => key === name);
    if (byKey !== undefined) {
      return [{ origin, at, message: `${quote(name)} is a ${what}'s key; write its name, ${quote(byKey.name)}` }];
    }
    const meant = misspeltName(name, names);
    return meant === undefined ? [] : [{ origin, at, message: `unknown ${what} ${quote(name)}${didYouMean(meant)}` }];
  });
}

/** Where grants name holders of one type. */
export function holderMentions({ permissionSchemes }: Declaration, wanted: HolderType): Mention[] {
  return Object.entries(permissionSchemes).flatMap(([scheme, { grants = {} }]) =>
    Object.entries(grants).flatMap(([permission, holders]) =>
      holders.flatMap(({ type, name }, index) => {
        const origin = ["permissionSchemes", scheme, "grants", permission, index, type];
        return type === wanted && name !== undefined ? [{ name, origin, at: "value" as const }] : [];
      }),
    ),
  );
}
