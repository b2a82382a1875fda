import type { Assertion } from "../../model/assertion.js";
import type { Origin } from "../../model/desired-access.js";
import type { Project } from "../../model/project.js";
import type { Declaration } from "../schema/schema.js";
import { parseSelector, selectEach } from "../selectors.js";

/**
 * Every assertion of a stack file, one for each permission and project.
 * @param onSite what selectors choose from; nothing unless given, so that only projects named by key are there.
 */
export function expandAssertions({ assert = {} }: Declaration, onSite: readonly Project[] = []): readonly Assertion[] {
  return Object.entries(assert).flatMap(([name, { allow, deny, account, projects, because }]) => {
    const effect = allow === undefined ? "deny" : "allow";
    const places = projects === undefined ? [{}] : selectEach(projects, onSite).map(({ project }) => ({ project }));
    return (allow ?? deny ?? []).flatMap((permission, index) =>
      places.map((place) => ({
        ...({ effect, account, permission, ...place } as const),
        ...(because === undefined ? {} : { because }),
        origin: ["assert", name, effect, index],
      })),
    );
  });
}

/** What a stack file asserts of projects that it chooses, of which only a site can tell all: where, and by what text. */
export function openAssertions({
  assert = {},
}: Declaration): readonly { readonly origin: Origin; readonly selector: string }[] {
  return Object.entries(assert).flatMap(([name, { projects = [] }]) =>
    projects.flatMap((selector, index) =>
      parseSelector(selector).type === "key" ? [] : [{ origin: ["assert", name, "projects", index], selector }],
    ),
  );
}
