import type { Directory } from "../../client/directory.js";
import { type AuditedThing, findAuthors } from "../../live/find-authors.js";
import type { Drift, Inputs, TrackedResource } from "../../model/drift.js";
import type { Project } from "../../model/project.js";

/** Who made the changes on the site, as far as its audit log tells; asked only where there are any. */
export async function findAuthorsOfDrift(
  directory: Directory,
  told: readonly Drift[],
  resources: readonly TrackedResource[],
): Promise<ReadonlyMap<Drift, string>> {
  const outside = told.filter(({ category }) => category === "changed-outside");
  if (outside.length === 0) return new Map();
  const authorOf = await findAuthors(directory);
  const projects = [...(await directory.projects.all()).values()];
  const found = await Promise.all(
    outside.map(async (drift) => {
      const { kind, name } = drift.resource;
      const resource = resources.find((one) => one.kind === kind && one.name === name);
      const thing = resource && nameThing(resource.seen ?? resource.applied ?? {}, kind, projects);
      return [drift, thing && (await authorOf(thing))] as const;
    }),
  );
  return new Map(found.flatMap(([drift, author]) => (author === undefined ? [] : [[drift, author] as const])));
}

function nameThing(inputs: Inputs, kind: string, projects: readonly Project[]): AuditedThing | undefined {
  const text = (property: string) => (typeof inputs[property] === "string" ? inputs[property] : undefined);
  const project = text("project");
  if (kind === "ProjectPermissionScheme") {
    const name = projects.find(({ key }) => key === project)?.name;
    return name === undefined ? undefined : { name };
  }
  const name = text("role") ?? text("group") ?? text("scheme") ?? text("name");
  return name === undefined ? undefined : { name, ...(project === undefined ? {} : { parent: project }) };
}
