import { type Diagnosis, fine, missing } from "./diagnosis.js";

const oldest = [22, 12] as const;

/** Whether a version of Node, as in `24.1.0`, is new enough for this package. */
export function examineNode(version: string): Diagnosis {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const isNew = major > oldest[0] || (major === oldest[0] && minor >= oldest[1]);
  const cure = `version ${oldest.join(".")} or newer is needed; npm run set-up brings one into node_modules/.bin`;
  return isNew ? fine("node", version) : missing("node", version, cure);
}
