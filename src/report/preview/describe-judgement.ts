import type { PolicyViolation, ProofFinding } from "../../model/preview.js";

/** What a policy objects to, in a line: which one, how grave, about what, where in the stack file, and why. */
export function describeViolation({
  policy,
  severity,
  isMandatory,
  message,
  resource,
  place,
}: PolicyViolation): string {
  const weight = [...(severity === undefined ? [] : [severity]), isMandatory ? "mandatory" : "advisory"].join(", ");
  const about = resource === undefined ? "" : `, ${resource.kind} ${resource.name}`;
  const where = place === undefined ? "" : `, ${place.file}:${place.line}`;
  return `${policy} (${weight})${about}${where}: ${message.split(/\.?\n+/).join("; ")}`;
}

/** What an integration user can do or cannot do unlike what is declared, in a line. */
export function describeProofFinding({ user, what, why }: ProofFinding): string {
  return `${user}: ${what}${why === "" ? "" : `, ${why}`}`;
}
