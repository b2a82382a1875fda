/** Whether a holder type names something: a role, a group, an account, an application, a field. */
export type HolderParameter = "none" | "optional" | "required";

/**
 * Every holder type that a permission grant can have, and whether it takes a name.
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-permission-schemes/
 */
export const holderTypes = {
  anyone: "none",
  applicationRole: "optional",
  assignee: "none",
  group: "required",
  groupCustomField: "required",
  projectLead: "none",
  projectRole: "required",
  reporter: "none",
  "sd.customer.portal.only": "none",
  user: "required",
  userCustomField: "required",
} as const satisfies Record<string, HolderParameter>;

/** One of Jira's holder types, spelled as Jira spells it. */
export type HolderType = keyof typeof holderTypes;

/**
 * Who a permission is granted to. `name` is what people read: a role's or group's name, an account's e-mail or
 * accountId, an application key, a custom field id; absent for types that take none.
 */
export interface Holder {
  readonly type: HolderType;
  readonly name?: string;
}

/** A holder as one line, `projectRole:Developers` or `assignee`: the key under which grants are stored and compared. */
export type HolderText = string;

const ofSingleIssues: readonly HolderType[] = [
  "assignee",
  "reporter",
  "userCustomField",
  "groupCustomField",
  "sd.customer.portal.only",
];

/** Whether a holder stands for people on single issues only, so that nobody holds anything of a whole project by it. */
export function countsOnIssuesOnly({ type }: Holder): boolean {
  return ofSingleIssues.includes(type);
}

/** Whether a text is one of Jira's holder types. */
export function isHolderType(text: string): text is HolderType {
  return Object.hasOwn(holderTypes, text);
}

/** The one-line form of a holder. */
export function formatHolder(holder: Holder): HolderText {
  return holder.name === undefined ? holder.type : `${holder.type}:${holder.name}`;
}

/** A holder as a message names it: `project role "Developers"`, `reporter`. */
export function describeHolder({ type, name }: Holder): string {
  const what = type === "projectRole" ? "project role" : type;
  return name === undefined ? what : `${what} ${JSON.stringify(name)}`;
}

/**
 * The holder that a one-line form stands for; names may contain colons.
 * @throws Error when the text does not begin with a holder type.
 */
export function parseHolder(text: HolderText): Holder {
  const colon = text.indexOf(":");
  const type = colon === -1 ? text : text.slice(0, colon);
  if (!isHolderType(type)) throw new Error(`${JSON.stringify(text)} does not begin with a holder type`);
  return colon === -1 ? { type } : { type, name: text.slice(colon + 1) };
}
