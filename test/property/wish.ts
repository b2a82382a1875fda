import { parseHolder } from "../../src/model/holder.js";
import { everyAllowance as allow } from "../helpers/every-allowance.js";
import { type Declared, urnOf } from "../helpers/stack-step.js";
import { putAdministratorsFirst } from "./administrators-first.js";
import { declareEntries, type WishedEntries } from "./wished-entries.js";

type Names = readonly string[];

/** What a stack asks for; its own objects are named by their keys, others by their names on the site. */
export interface Wish {
  readonly roles: Readonly<Record<string, { readonly name: string; readonly description: string }>>;
  readonly groups: Readonly<Record<string, { readonly name: string; readonly members?: Names | undefined }>>;
  readonly schemes: Readonly<Record<string, WishedScheme>>;
  readonly holderGrants: readonly { readonly scheme: string; readonly holder: string; readonly permissions: Names }[];
  readonly actors: readonly WishedActors[];
  /** The scheme of each project. */
  readonly associations: Readonly<Record<string, string>>;
  /** What is declared entry by entry. */
  readonly entries: WishedEntries;
}

interface WishedScheme {
  readonly name: string;
  readonly description: string;
  /** The holders of each permission. */
  readonly grants?: Readonly<Record<string, Names>> | undefined;
}

interface WishedActors {
  readonly project: string;
  readonly role: string;
  readonly users: Names;
  readonly groups: Names;
}

const owner = "somebody/main";

/** The resources of a stack, with the edges that `declareStack` gives them; what names nothing is left out. */
export function declare(wish: Wish, onSite: Names): readonly Declared[] {
  const nameOf = (table: Readonly<Record<string, { readonly name: string }>>, key: string) =>
    table[key]?.name ?? (onSite.includes(key) ? key : undefined);
  const roleEdges = (role: string) => (wish.roles[role] === undefined ? [] : [`ProjectRole::${role}`]);
  const groupEdges = (group: string) => {
    const declared = wish.groups[group];
    if (declared === undefined) return [];
    return [`Group::${group}`, ...(declared.members === undefined ? [] : [`GroupMembers::${group}`])];
  };
  const schemeEdges = (scheme: string) => (wish.schemes[scheme] === undefined ? [] : [`PermissionScheme::${scheme}`]);
  const readHolder = (text: string) => {
    const { type, name = "" } = parseHolder(text);
    if (type !== "projectRole" && type !== "group") return [{ text, edges: [] }];
    const named = nameOf(type === "group" ? wish.groups : wish.roles, name);
    const edges = type === "group" ? groupEdges(name) : roleEdges(name);
    return named === undefined ? [] : [{ text: `${type}:${named}`, edges }];
  };

  const entries = declareEntries(wish, {
    holder: (text) => readHolder(text)[0],
    role: (key) => ({ text: nameOf(wish.roles, key), edges: roleEdges(key) }),
    group: (key) => ({ text: nameOf(wish.groups, key), edges: groupEdges(key) }),
    scheme: (key) => ({ text: nameOf(wish.schemes, key), edges: schemeEdges(key) }),
  });

  const roles = Object.entries(wish.roles).map(([name, inputs]) => ({
    ...{ kind: "ProjectRole", name, inputs: { ...inputs, owner }, dependsOn: [] },
  }));
  const groups = Object.entries(wish.groups).flatMap(([name, { name: group, members }]) => [
    { kind: "Group", name, inputs: { name: group }, dependsOn: [] },
    ...(members === undefined
      ? []
      : [{ kind: "GroupMembers", name, inputs: { group, users: members, allow }, dependsOn: [`Group::${name}`] }]),
  ]);
  const schemes = Object.entries(wish.schemes).map(([name, { grants, ...inputs }]) => {
    const read = Object.entries(grants ?? {}).map(([key, holders]) => [key, holders.flatMap(readHolder)] as const);
    const texts = Object.fromEntries(read.map(([key, holders]) => [key, holders.map(({ text }) => text)]));
    const dependsOn = read.flatMap(([, holders]) => holders.flatMap(({ edges }) => edges));
    return {
      kind: "PermissionScheme",
      name,
      inputs: { ...inputs, owner, allow, ...(grants && { grants: texts }) },
      dependsOn,
    };
  });
  const holderGrants = wish.holderGrants.flatMap(({ scheme: key, holder: written, permissions }) => {
    const scheme = nameOf(wish.schemes, key);
    const [holder] = readHolder(written);
    if (scheme === undefined || holder === undefined || wish.schemes[key]?.grants !== undefined) return [];
    const inputs = { scheme, holder: holder.text, permissions };
    const dependsOn = [...schemeEdges(key), ...holder.edges];
    return [{ kind: "HolderGrants", name: `${written}@${key}`, inputs, dependsOn }];
  });
  const actors = wish.actors.flatMap(({ project, role: key, users, groups: keys }) => {
    const role = nameOf(wish.roles, key);
    if (role === undefined) return [];
    const named = keys.flatMap((group) => nameOf(wish.groups, group) ?? []);
    const inputs = { project, role, users, groups: named, allow };
    const dependsOn = [...roleEdges(key), ...keys.flatMap(groupEdges)];
    return [{ kind: "ProjectRoleActors", name: `${project}/${key}`, inputs, dependsOn }];
  });
  const associations = Object.entries(wish.associations).flatMap(([project, key]) => {
    const scheme = nameOf(wish.schemes, key);
    const before = [
      ...actors.filter(({ inputs }) => inputs.project === project),
      ...holderGrants.filter(({ inputs }) => inputs.scheme === scheme),
    ];
    const dependsOn = [...schemeEdges(key), ...before.map(urnOf)];
    return scheme === undefined
      ? []
      : [{ kind: "ProjectPermissionScheme", name: project, inputs: { project, scheme, allow }, dependsOn }];
  });
  const grants = putAdministratorsFirst([...entries.grants, ...holderGrants]);
  return [...roles, ...groups, ...schemes, ...grants, ...entries.others, ...actors, ...associations];
}
