declare const kind: unique symbol;

/** A string that names one kind of thing, so that a role's id never stands where a scheme's is meant. */
type Id<Kind extends string> = string & { readonly [kind]?: Kind };

/** The numeric id of a permission scheme, as a string. */
export type SchemeId = Id<"scheme">;
/** The numeric id of a permission grant inside a scheme, as a string. */
export type GrantId = Id<"grant">;
/** The numeric id of a project role, as a string. */
export type RoleId = Id<"role">;
/** The numeric id of a project, as a string; it survives a change of the project's key. */
export type ProjectId = Id<"project">;
/** The Atlassian account id of a person, an app or a service account. */
export type AccountId = Id<"account">;
/** The id of a group; it survives a rename. */
export type GroupId = Id<"group">;
