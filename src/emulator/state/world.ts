import { FaultBook } from "../faults.js";
import { Limits } from "../limits.js";
import { RequestLog } from "../request-log.js";
import type { Site } from "./state.js";

/** One running emulator's site, and what is noted and ordered about it. */
export class World {
  readonly log = new RequestLog();
  readonly faults = new FaultBook();
  readonly limits = new Limits();
  readonly #planted: Site;
  #site: Site;
  #before: { readonly site: Site; readonly written: number } | undefined;

  constructor(planted: Site) {
    this.#planted = planted;
    this.#site = structuredClone(planted);
  }

  /** The site as it is now. */
  get site(): Site {
    return this.#site;
  }

  /** Does a write; the site as it was before is remembered if a fault is ordered by which reads are behind. */
  write<Result>(change: () => Result): Result {
    const site = this.faults.wantsStale ? structuredClone(this.#site) : undefined;
    const result = change();
    this.#before = site && { site, written: Date.now() };
    return result;
  }

  /** The site as it was before the last write, if a fault wants this read of a path to be behind. */
  takeStale(method: string, path: string): Site | undefined {
    if (this.#before === undefined) return undefined;
    const { site, written } = this.#before;
    return this.faults.takeStale(method, path, Date.now() - written) ? site : undefined;
  }

  /** Puts the site back to how it was planted, and clears log, faults and limits. */
  reset(): void {
    this.#site = structuredClone(this.#planted);
    this.#before = undefined;
    this.log.clear();
    this.faults.clear();
    this.limits.clear();
  }
}
