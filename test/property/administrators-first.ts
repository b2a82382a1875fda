import { type Declared, urnOf } from "../helpers/stack-step.js";

const administration = "ADMINISTER_PROJECTS";

/** Grants with more edges: who is to administer a scheme's projects is granted that before others of it may lose it. */
export function putAdministratorsFirst(grants: readonly Declared[]): readonly Declared[] {
  const administering = grants.filter(isAdministering);
  return grants.map((one) => {
    if (isAdministering(one)) return one;
    const first = administering.filter(({ inputs }) => inputs.scheme === one.inputs.scheme);
    return { ...one, dependsOn: [...one.dependsOn, ...first.map(urnOf)] };
  });
}

function isAdministering({ inputs: { permission, permissions } }: Declared): boolean {
  return permission === administration || (Array.isArray(permissions) && permissions.includes(administration));
}
