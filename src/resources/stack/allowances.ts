import type { Allowance, DesiredAccess, DesiredAssociation, DesiredScheme } from "../../model/desired-access.js";

/** The brakes of a resource, to be spread into its arguments. */
interface Allowed {
  readonly allow?: Allowance;
}

/** The brakes that an entry says it may pass. */
export function allowanceOf({ allow }: Allowed): Allowed {
  return allow === undefined ? {} : { allow };
}

/** The brakes that a scheme may pass: those of its own entry, and the last administrator where a project's says so. */
export function allowanceOfScheme({ allow, key }: DesiredScheme, { associations }: DesiredAccess): Allowed {
  const projects = associations.filter(({ scheme }) => "declared" in scheme && scheme.declared === key);
  return withoutAdministrator(allow, ...projects.map((project) => project.allow));
}

/** The brake that a project may pass when it gets its scheme, as its own entry or the scheme's says. */
export function allowanceOfAssociation({ allow, scheme }: DesiredAssociation, { schemes }: DesiredAccess): Allowed {
  const declared = schemes.find(({ key }) => "declared" in scheme && scheme.declared === key);
  return withoutAdministrator(undefined, allow, declared?.allow);
}

function withoutAdministrator(own: Allowance | undefined, ...others: readonly (Allowance | undefined)[]): Allowed {
  const reason = others.flatMap((other) => other?.lastAdministrator ?? [])[0];
  const allow = { ...(reason === undefined ? {} : { lastAdministrator: reason }), ...own };
  return Object.keys(allow).length === 0 ? {} : { allow };
}
