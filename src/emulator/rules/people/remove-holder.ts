import type { AccountId, GroupId } from "../../../model/ids.js";
import type { Site, SiteActor, SiteHolder } from "../../state/state.js";
import { isSameHolder } from "../permissions/resolve-holder.js";
import { type ActorName, isSameActor } from "./resolve-actors.js";

/** Takes a group away from the site, with all that it was granted and every role that it held. */
export function removeGroup(site: Site, id: GroupId): void {
  site.groups = site.groups.filter((group) => group.id !== id);
  for (const application of site.applications) {
    application.groups = application.groups.filter((group) => group !== id);
  }
  removeHolder(site, { type: "group", parameter: id }, { group: id });
}

/** Takes an account away from the site, with its memberships and all that it was granted; what it wrote stays. */
export function removeAccount(site: Site, id: AccountId): void {
  site.accounts = site.accounts.filter((account) => account.id !== id);
  site.tokens = site.tokens.filter(({ account }) => account !== id);
  site.oauthClients = site.oauthClients.filter(({ account }) => account !== id);
  for (const group of site.groups) group.members = group.members.filter((member) => member !== id);
  removeHolder(site, { type: "user", parameter: id }, { user: id });
}

function removeHolder(site: Site, holder: SiteHolder, name: ActorName): void {
  const isLeft = (actor: SiteActor) => !isSameActor(actor, name);
  for (const scheme of site.schemes) {
    scheme.grants = scheme.grants.filter((grant) => !isSameHolder(grant.holder, holder));
  }
  for (const role of site.roles) role.defaultActors = role.defaultActors.filter(isLeft);
  for (const project of site.projects) project.actors = project.actors.filter(isLeft);
}
