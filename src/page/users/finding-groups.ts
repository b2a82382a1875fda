import type { AccessFinding } from "../../model/access-finding.js";
import { tierOf, tiers } from "../tiers.js";

/** Findings that differ in their permission only. */
export interface FindingGroup extends Pick<AccessFinding, "kind" | "projects" | "why"> {
  /** Gravest first. */
  readonly permissions: readonly string[];
}

/** Findings of the same kind, places and reason together, those of the gravest permissions first. */
export function groupAlike(findings: readonly AccessFinding[]): readonly FindingGroup[] {
  const alike = Map.groupBy(findings, ({ kind, projects, why }) => JSON.stringify([kind, projects, why]));
  return [...alike.values()]
    .flatMap((group) => {
      const [first] = group;
      const permissions = group.map(({ permission }) => permission).sort((a, b) => gravity(a) - gravity(b));
      return first === undefined ? [] : [{ ...first, permissions }];
    })
    .sort((a, b) => gravity(a.permissions[0]) - gravity(b.permissions[0]));
}

/** What a group of findings is about: what is beyond the declaration, or missing, and where. */
export function nameGroup({ kind, projects }: FindingGroup, nameProjects: (keys: readonly string[]) => string): string {
  const what = { extra: "Beyond what is declared", missing: "Missing", note: "Also" }[kind];
  return `${what}, ${projects.length === 0 ? "on the whole site" : `in ${nameProjects(projects)}`}`;
}

function gravity(permission = ""): number {
  return tiers.indexOf(tierOf(permission));
}
