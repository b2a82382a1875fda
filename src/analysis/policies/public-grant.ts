import type { Holder } from "../../model/holder.js";
import { definePolicy } from "./policy.js";
import { formatGrant } from "./right-text.js";

/** Nothing is granted to the whole internet or to everybody who can log in. */
export const publicGrant = definePolicy({
  name: "public-grant",
  severity: "high",
  summary: "No permission is granted to anyone, or to every account that can log in.",
  remediation: "Grant it to a project role or group; { applicationRole: KEY } means the users of one product only.",
  options: {},
  judge: ({ grants }) => ({
    violations: grants.flatMap((grant) => {
      const who = publicHolder(grant.holder);
      const message = `${grant.permission} is granted to ${who} in every project with the scheme ${grant.scheme}`;
      return who === undefined ? [] : [{ right: formatGrant(grant), source: grant.source, message }];
    }),
  }),
});

function publicHolder({ type, name }: Holder): string | undefined {
  if (type === "anyone") return "the whole internet";
  return type === "applicationRole" && name === undefined ? "every account that can log in" : undefined;
}
