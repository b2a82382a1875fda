import type { Origin } from "../model/desired-access.js";
import { namedEntries, roleNames } from "./declared-names.js";
import { type Aspect, didYouMean, type Finding } from "./finding.js";
import { misspeltName } from "./near-name.js";
import { quote } from "./quote.js";
import type { Declaration } from "./schema.js";

interface Mention {
  readonly role: string;
  readonly origin: Origin;
  readonly at: Aspect;
}

/** Names of roles that nearly are, but are not, names of roles that this file makes; other names are the site's. */
export function checkRoleNames(declaration: Declaration): Finding[] {
  const names = roleNames(declaration);
  const keyed = namedEntries(declaration.projectRoles);
  return [...holderMentions(declaration), ...actorMentions(declaration)].flatMap(({ role, origin, at }) => {
    if (names.includes(role)) return [];
    const byKey = keyed.find(({ key }) => key === role);
    if (byKey !== undefined) {
      return [{ origin, at, message: `${quote(role)} is a role's key; write its name, ${quote(byKey.name)}` }];
    }
    const meant = misspeltName(role, names);
    return meant === undefined ? [] : [{ origin, at, message: `unknown role ${quote(role)}${didYouMean(meant)}` }];
  });
}

function holderMentions({ permissionSchemes }: Declaration): Mention[] {
  return Object.entries(permissionSchemes).flatMap(([scheme, { grants = {} }]) =>
    Object.entries(grants).flatMap(([permission, holders]) =>
      holders.flatMap(({ type, name: role }, index) => {
        const origin = ["permissionSchemes", scheme, "grants", permission, index, type];
        return type === "projectRole" && role !== undefined ? [{ role, origin, at: "value" as const }] : [];
      }),
    ),
  );
}

function actorMentions({ projects }: Declaration): Mention[] {
  return Object.entries(projects).flatMap(([project, { roles = {} }]) =>
    Object.keys(roles).map((role) => ({ role, origin: ["projects", project, "roles", role], at: "key" as const })),
  );
}
