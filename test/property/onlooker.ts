import type { Watch } from "../../src/emulator/serve-site.js";
import type { Site } from "../../src/emulator/state/state.js";
import { type DescribedSite, describeSite } from "../helpers/describe-state.js";
import { type AdministratorWatch, watchAdministrators } from "./administrators.js";
import type { InProcessSite } from "./in-process-site.js";
import { type Intrusion, makeEdit } from "./strangers.js";

/** Who sees the site after each request of a run: watches over its administrators, and has people change it. */
export interface Onlooker {
  /** To be called after each request that the site has heard. */
  readonly watch: Watch;
  /** Begins to look at a site, and to have people make edits. */
  readonly begin: (site: InProcessSite, now: Site, edits: readonly Intrusion[]) => void;
  /** Has nobody make those edits that have not come about yet. */
  readonly hush: () => void;
  /** Ends looking; gives the names of schemes that nobody administered for a while. */
  readonly end: (now: Site) => readonly string[];
}

/** @param onEdit is told of the site before and after each edit. */
export function createOnlooker(onEdit: (before: DescribedSite, after: DescribedSite) => void): Onlooker {
  let left: readonly Intrusion[] = [];
  let heard = 0;
  let isBusy = false;
  let looking: { readonly site: InProcessSite; readonly administrators: AdministratorWatch } | undefined;
  return {
    async watch(now) {
      if (looking === undefined || isBusy) return;
      const { site, administrators } = looking;
      administrators.look(now);
      heard += 1;
      const due = left.filter(({ after }) => after < heard);
      left = left.filter(({ after }) => after >= heard);
      isBusy = true;
      for (const { edit } of due) {
        const before = describeSite(now);
        await makeEdit(site, now, edit);
        administrators.excuse(now);
        onEdit(before, describeSite(now));
      }
      isBusy = false;
    },
    begin(site, now, edits) {
      looking = { site, administrators: watchAdministrators(now) };
      left = edits;
      heard = 0;
    },
    hush() {
      left = [];
    },
    end(now) {
      const gaps = looking?.administrators.gaps(now) ?? [];
      looking = undefined;
      return gaps;
    },
  };
}
