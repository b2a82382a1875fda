import type { AccessMatrix } from "../../model/access-matrix.js";
import type { AccessReport, AccessState } from "../../model/access-report.js";
import { packSite } from "./pack-site.js";
import type { PackedSite } from "./packed-site.js";
import { unpackSite } from "./unpack-site.js";

/** A report as it stands in the page, as little JSON. */
export interface PackedReport extends Omit<AccessReport, "now" | "planned"> {
  readonly now: PackedState;
  readonly planned?: PackedState;
}

interface PackedState {
  readonly access: PackedSite;
  readonly matrix: AccessMatrix;
}

/** The report as the page carries it. */
export function packReport({ now, planned, ...rest }: AccessReport): PackedReport {
  return { ...rest, now: pack(now), ...(planned === undefined ? {} : { planned: pack(planned) }) };
}

/** The report that was packed. */
export function unpackReport({ now, planned, ...rest }: PackedReport): AccessReport {
  return { ...rest, now: unpack(now), ...(planned === undefined ? {} : { planned: unpack(planned) }) };
}

function pack({ access, matrix }: AccessState): PackedState {
  return { access: packSite(access), matrix };
}

function unpack({ access, matrix }: PackedState): AccessState {
  return { access: unpackSite(access), matrix };
}
