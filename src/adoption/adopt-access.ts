import type { FoundAccess } from "../model/found-access.js";
import type { StackText } from "../stack/write-stack.js";
import { adoptProject } from "./adopt-project.js";
import { adoptScheme } from "./adopt-scheme.js";
import type { Remark } from "./remark.js";
import { schemeKeys } from "./scheme-keys.js";

/** A stack file's content that says of some projects what the site grants in them already. */
export interface AdoptedAccess {
  readonly content: StackText;
  /** What a reader should know: grants that lead far, and what could not be taken over. */
  readonly remarks: readonly Remark[];
}

/**
 * Puts what a site holds into the form of a stack file, so that applying it writes nothing. Schemes and lists of people
 * that a stack file cannot say as they are stay the site's, each with a remark that says why.
 */
export function adoptAccess(found: FoundAccess): AdoptedAccess {
  const keys = schemeKeys(found.schemes);
  const schemes = new Map(
    found.schemes.map((scheme) => [scheme.id, adoptScheme(found, scheme, keys.get(scheme.id) ?? scheme.name)]),
  );
  const projects = found.projects.map((project) => adoptProject(found, project, schemes));
  return {
    content: { permissionSchemes: toSection([...schemes.values()]), projects: toSection(projects) },
    remarks: [...schemes.values(), ...projects].flatMap(({ remarks }) => remarks),
  };
}

function toSection(entries: readonly { readonly key: string; readonly entry?: object }[]): Record<string, object> {
  return Object.fromEntries(entries.flatMap(({ key, entry }) => (entry === undefined ? [] : [[key, entry]])));
}
