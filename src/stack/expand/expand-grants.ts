import type {
  DesiredAccess,
  DesiredHolderGrants,
  DesiredIntegrationUser,
  DesiredScheme,
  SchemeReference,
} from "../../model/desired-access.js";
import { formatHolder, type Holder } from "../../model/holder.js";
import type { Declaration } from "../schema/schema.js";
import { adoptionOf } from "./adoption-of.js";

type DesiredGrant = NonNullable<DesiredScheme["grants"]>[number];

/** Where the grants of one integration user go. */
interface Seat {
  readonly user: DesiredIntegrationUser;
  readonly scheme: SchemeReference;
}

/**
 * The declared schemes, with what integration users need merged into those that list their grants, and that need on its
 * own for the schemes that do not.
 */
export function expandGrants(
  declaration: Declaration,
  users: readonly DesiredIntegrationUser[],
  schemeOf: (project: string) => SchemeReference | undefined,
): Pick<DesiredAccess, "schemes" | "holderGrants"> {
  const { permissionSchemes } = declaration;
  const seats = users.flatMap((user) => seatsOf(user, schemeOf));
  const isMerged = ({ scheme }: Seat) =>
    "declared" in scheme && permissionSchemes[scheme.declared]?.grants !== undefined;
  return {
    schemes: Object.keys(permissionSchemes).map((key) => expandScheme(declaration, key, seats)),
    holderGrants: seats.filter((seat) => !isMerged(seat)).map((seat) => toHolderGrants(declaration, seat)),
  };
}

function seatsOf(user: DesiredIntegrationUser, schemeOf: (project: string) => SchemeReference | undefined): Seat[] {
  const schemes = user.projects.map(schemeOf).filter((scheme) => scheme !== undefined);
  const distinct = new Map(schemes.map((scheme) => [JSON.stringify(scheme), scheme]));
  return [...distinct.values()].map((scheme) => ({ user, scheme }));
}

function expandScheme({ permissionSchemes }: Declaration, key: string, seats: readonly Seat[]): DesiredScheme {
  const written = permissionSchemes[key] ?? {};
  const origin = ["permissionSchemes", key];
  const scheme = {
    origin,
    key,
    name: written.name ?? key,
    description: written.description ?? "",
    ...adoptionOf(written),
    ...(written.allow === undefined ? {} : { allow: written.allow }),
  };
  if (written.grants === undefined) return scheme;
  const listed = Object.entries(written.grants).flatMap(([permission, holders]) =>
    holders.map((holder, index) => ({ permission, holder, origin: [...origin, "grants", permission, index] })),
  );
  const needed = seats.filter(({ scheme }) => "declared" in scheme && scheme.declared === key).flatMap(grantsOf);
  return { ...scheme, grants: withoutRepeats([...listed, ...needed]) };
}

function grantsOf({ user }: Seat): DesiredGrant[] {
  return user.permissions.map((permission, index) => ({
    permission,
    holder: holderOf(user),
    origin: [...user.origin, "permissions", index],
  }));
}

function withoutRepeats(grants: readonly DesiredGrant[]): DesiredGrant[] {
  const seen = new Set<string>();
  return grants.filter(({ permission, holder }) => {
    const text = `${permission} ${formatHolder(holder)}`;
    return !seen.has(text) && seen.add(text);
  });
}

function toHolderGrants({ permissionSchemes }: Declaration, { user, scheme }: Seat): DesiredHolderGrants {
  const { origin, permissions } = user;
  return {
    origin,
    key: `${user.key}@${nameOf(scheme, permissionSchemes)}`,
    scheme,
    holder: holderOf(user),
    permissions,
  };
}

/** A site's scheme that is called like a declared scheme's key is told apart from that by quotes. */
function nameOf(scheme: SchemeReference, declared: Declaration["permissionSchemes"]): string {
  if ("declared" in scheme) return scheme.declared;
  return Object.hasOwn(declared, scheme.site) ? JSON.stringify(scheme.site) : scheme.site;
}

function holderOf({ role }: DesiredIntegrationUser): Holder {
  return { type: "projectRole", name: role };
}
