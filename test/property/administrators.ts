import type { Site } from "../../src/emulator/state/state.js";

/** Watches over a run that no scheme is without anybody who administers its projects, not even for a moment. */
export interface AdministratorWatch {
  /** Looks at the site after a request of the stack. */
  readonly look: (site: Site) => void;
  /** Looks at the site after a person's edit: where that takes an administrator away, a gap is not the stack's doing. */
  readonly excuse: (site: Site) => void;
  /** The names of the schemes that had an administrator at first and have one now, but not all the time. */
  readonly gaps: (site: Site) => readonly string[];
}

/** A watch that begins with the site as it is. */
export function watchAdministrators(before: Site): AdministratorWatch {
  const atFirst = administered(before);
  const lacking = new Set<number>();
  const excused = new Set<number>();
  let lastSeen = countAdministrators(before);
  const without = (site: Site) => {
    const now = administered(site);
    return site.schemes.flatMap(({ id }) => (now.has(id) ? [] : id));
  };
  return {
    look(site) {
      for (const id of without(site)) lacking.add(id);
      lastSeen = countAdministrators(site);
    },
    excuse(site) {
      const now = countAdministrators(site);
      for (const [id, count] of lastSeen) if ((now.get(id) ?? 0) < count) excused.add(id);
    },
    gaps: (site) => {
      const now = administered(site);
      const gone = site.schemes.filter(
        ({ id }) => atFirst.has(id) && now.has(id) && lacking.has(id) && !excused.has(id),
      );
      return gone.map(({ name }) => name);
    },
  };
}

function administered(site: Site): ReadonlySet<number> {
  return new Set([...countAdministrators(site)].flatMap(([id, count]) => (count > 0 ? id : [])));
}

function countAdministrators({ schemes }: Site): ReadonlyMap<number, number> {
  const isAdministration = ({ permission }: { readonly permission: string }) => permission === "ADMINISTER_PROJECTS";
  return new Map(schemes.map(({ id, grants }) => [id, grants.filter(isAdministration).length]));
}
