import type { DeclaredIntegration, DeclaredRights } from "../../../src/model/declared-rights.js";
import { parseHolder } from "../../../src/model/holder.js";

/** What is declared, in few words: `SCHEME/PERMISSION/HOLDER`, `PROJECT/ROLE/user:WHO`, `GROUP/WHO`. */
export interface Words {
  readonly grants?: readonly string[];
  readonly seats?: readonly string[];
  readonly memberships?: readonly string[];
  readonly integrations?: readonly (Partial<DeclaredIntegration> & { readonly key: string })[];
}

/** Declared rights from few words; an integration `bot` has the account `bot@acme.example` and works in PAY. */
export function declare({ grants = [], seats = [], memberships = [], integrations = [] }: Words): DeclaredRights {
  return {
    grants: grants.map((text) => {
      const [scheme = "", permission = "", holder = ""] = text.split("/");
      return { scheme, permission, holder: parseHolder(holder), source: text };
    }),
    seats: seats.map((text) => {
      const [project = "", role = "", actor = ""] = text.split("/");
      const [kind, who = ""] = actor.split(":");
      return {
        ...(project === "" ? {} : { project }),
        role,
        actor: kind === "user" ? { user: who } : { group: who },
        source: text,
      };
    }),
    memberships: memberships.map((text) => {
      const [group = "", user = ""] = text.split("/");
      return { group, user, source: text };
    }),
    integrations: integrations.map((given) => ({
      account: `${given.key}@acme.example`,
      projects: ["PAY"],
      permissions: ["BROWSE_PROJECTS"],
      tolerate: {},
      source: given.key,
      ...given,
    })),
  };
}
