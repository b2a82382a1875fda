import { FaultBook } from "./faults.js";
import { RequestLog } from "./request-log.js";
import type { Site } from "./state.js";

/** One running emulator's site, and what is noted and ordered about it. */
export class World {
  readonly log = new RequestLog();
  readonly faults = new FaultBook();
  readonly #planted: Site;
  #site: Site;

  constructor(planted: Site) {
    this.#planted = planted;
    this.#site = structuredClone(planted);
  }

  /** The site as it is now. */
  get site(): Site {
    return this.#site;
  }

  /** Puts the site back to how it was planted, and clears log and faults. */
  reset(): void {
    this.#site = structuredClone(this.#planted);
    this.log.clear();
    this.faults.clear();
  }
}
