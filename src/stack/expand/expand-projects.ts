import type { Allowance, Origin } from "../../model/desired-access.js";
import type { Project } from "../../model/project.js";
import type { Flaw } from "../flaw.js";
import { quote } from "../quote.js";
import type { Declaration } from "../schema/schema.js";
import { rankOf, select } from "../selectors.js";

type Entry = Declaration["projects"][string];
type Actors = NonNullable<Entry["roles"]>[string];

/** All that the file says of one project, with where it says so. */
export interface ProjectEntry {
  readonly project: string;
  readonly scheme?: { readonly written: NonNullable<Entry["permissionScheme"]>; readonly origin: Origin };
  readonly roles: ReadonlyMap<string, { readonly actors: Actors; readonly origin: Origin }>;
  readonly allow?: Allowance;
}

interface Layer {
  readonly text: string;
  readonly origin: Origin;
  readonly entry: Entry;
}

/**
 * Each project of the file once, in its order, a selector's by their keys. What is said of a project alone goes before
 * what a pattern says, that before its category, that before `all`, and the file's defaults come last.
 */
export function expandProjects(declaration: Declaration, onSite: readonly Project[]): readonly ProjectEntry[] {
  const defaults = declaration.defaults?.project;
  const last = defaults === undefined ? [] : [{ text: "", origin: ["defaults", "project"], entry: defaults }];
  return [...layersOf(declaration, onSite)].map(([project, layers]) => merge(project, [...layers, ...last]));
}

/** Where two selectors of the same kind say different things of one project, so that neither can go before the other. */
export function findClashes(declaration: Declaration, onSite: readonly Project[]): readonly Flaw[] {
  const clashes = [...layersOf(declaration, onSite)].flatMap(([project, layers]) =>
    layers.flatMap((layer, index) => {
      const rival = layers.slice(0, index).find(({ text }) => rankOf(text) === rankOf(layer.text));
      const what = rival === undefined ? undefined : difference(rival.entry, layer.entry);
      if (rival === undefined || what === undefined) return [];
      const message = `${quote(rival.text)} says another ${what} of ${project}; write ${project} on its own`;
      return [{ origin: layer.origin, message }];
    }),
  );
  return clashes;
}

function layersOf({ projects }: Declaration, onSite: readonly Project[]): ReadonlyMap<string, readonly Layer[]> {
  const all = new Map<string, Layer[]>();
  for (const [text, entry] of Object.entries(projects)) {
    for (const project of select(text, onSite)) {
      const layers = [...(all.get(project) ?? []), { text, origin: ["projects", text], entry }];
      all.set(
        project,
        layers.sort((a, b) => rankOf(b.text) - rankOf(a.text)),
      );
    }
  }
  return all;
}

function merge(project: string, layers: readonly Layer[]): ProjectEntry {
  const scheme = layers.flatMap(({ entry, origin }) =>
    entry.permissionScheme === undefined
      ? []
      : [{ written: entry.permissionScheme, origin: [...origin, "permissionScheme"] }],
  )[0];
  const allow = layers.find(({ entry }) => entry.allow !== undefined)?.entry.allow;
  const roles = new Map<string, { readonly actors: Actors; readonly origin: Origin }>();
  for (const { entry, origin } of layers) {
    for (const [role, actors] of Object.entries(entry.roles ?? {})) {
      if (!roles.has(role)) roles.set(role, { actors, origin: [...origin, "roles", role] });
    }
  }
  return {
    project,
    roles,
    ...(scheme === undefined ? {} : { scheme }),
    ...(allow === undefined ? {} : { allow }),
  };
}

function difference(a: Entry, b: Entry): string | undefined {
  const differ = (x: unknown, y: unknown) =>
    x !== undefined && y !== undefined && JSON.stringify(x) !== JSON.stringify(y);
  if (differ(a.permissionScheme, b.permissionScheme)) return "permissionScheme";
  const role = Object.entries(b.roles ?? {}).find(([name, actors]) => differ(a.roles?.[name], actors));
  if (role !== undefined) return `list for the role ${quote(role[0])}`;
  return differ(a.allow, b.allow) ? "allow" : undefined;
}
