import { describePermission } from "../../catalogue/permissions.js";

/** What one assertion of a stack file says. */
interface WrittenAssertion {
  readonly allow?: readonly string[];
  readonly deny?: readonly string[];
  readonly projects?: readonly string[];
}

/** What is wrong inside an assertion; without a path, with the assertion itself. */
export interface AssertionFault {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/** An assertion that does not say one thing, or that names projects for what is no matter of projects. */
export function assertionFaults({ allow, deny, projects }: WrittenAssertion): readonly AssertionFault[] {
  if ((allow === undefined) === (deny === undefined)) return [{ path: [], message: "expected either allow or deny" }];
  const property = allow === undefined ? "deny" : "allow";
  return (allow ?? deny ?? []).flatMap((permission, index) => {
    const isGlobal = describePermission(permission)?.level === "global";
    if (isGlobal === (projects === undefined)) return [];
    const message = isGlobal
      ? `${permission} is a global permission; assert it in an entry without projects`
      : `${permission} is a matter of projects; say which`;
    return [{ path: [property, index], message }];
  });
}
