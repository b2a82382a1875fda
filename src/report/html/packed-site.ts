import type { AccountAccess } from "../../model/site-access.js";

/** A place in one of the lists of a packed site. */
type Place = number;

/**
 * A site as little JSON: what is named often stands in a list and is meant by its place there. Descriptions, security
 * levels and the ids of grants are left out.
 */
export interface PackedSite {
  readonly groups: readonly (readonly [id: string, name: string])[];
  readonly accounts: readonly PackedAccount[];
  /** The sets of global permissions that accounts have. */
  readonly globals: readonly (readonly string[])[];
  readonly products: readonly { readonly key: string; readonly name: string; readonly groups: readonly Place[] }[];
  readonly holders: readonly (readonly [type: string, name?: string | null, holderId?: string])[];
  readonly schemes: readonly PackedScheme[];
  readonly projects: readonly PackedProject[];
}

/** An account; its groups and its set of global permissions are meant by their places. */
export interface PackedAccount {
  readonly id: string;
  readonly name: string;
  readonly email?: string;
  readonly inactive?: 1;
  /** `atlassian` unless given. */
  readonly type?: AccountAccess["type"];
  readonly groups: readonly Place[];
  readonly global?: Place;
}

/** A permission scheme with its grants. */
export interface PackedScheme {
  readonly id: string;
  readonly name: string;
  /** The holders of each permission. */
  readonly grants: Readonly<Record<string, readonly Place[]>>;
}

/** A project; its scheme, its roles and who is in them are meant by their places. */
export interface PackedProject {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly team?: 1;
  readonly lead?: Place;
  readonly scheme?: Place;
  readonly actors: readonly (readonly [role: string, users: readonly Place[], groups: readonly Place[]])[];
}
