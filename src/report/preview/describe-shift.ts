import type { AccessShift } from "../../model/preview.js";

/** One change of access in a line: who, what, where, what becomes of it and how. */
export function describeShift({ account, permission, project, before, after, paths: [why] }: AccessShift): string {
  const where = project === undefined ? "everywhere" : `in ${project}`;
  return `${account}: ${permission} ${where}, ${before} → ${after}${why === undefined ? "" : `, ${why}`}`;
}

/** The same with the tier of risk behind the permission. */
export function describeGradedShift(shift: AccessShift): string {
  const { permission, risk } = shift;
  return describeShift(risk === undefined ? shift : { ...shift, permission: `${permission} (${risk})` });
}
